"""When a number is of: time expressions and what they resolve to."""
