"""Lines cut from sentences: the key points."""
