"""A speech made ready for judging: its sentences, parts and clauses, and what each is worth."""
