"""What a number measures: the noun phrase around it."""
