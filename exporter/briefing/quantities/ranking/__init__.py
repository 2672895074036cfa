"""Which figures a reader wants first."""
