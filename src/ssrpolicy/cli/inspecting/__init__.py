"""Commands that look into records and texts, and change nothing."""
