"""From labels to turns: blocks of speech, cuts by sense, roles, sections, speakers."""
