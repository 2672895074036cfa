"""Whether figures agree with each other: sums, series, contradictions."""
