"""Numbers as they stand in the text, with their units."""
