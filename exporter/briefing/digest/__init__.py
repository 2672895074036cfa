"""Questions and answers, and what was announced, in points."""
