"""Words, dates and numbers in Dutch and English."""
