"""Nothing stands in a briefing or a finished file that its source does not say."""
