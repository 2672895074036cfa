"""News reports: direct quotations and whose they are."""
