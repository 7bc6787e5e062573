"""A database to hand over: one file, with each statement as it stands on the day."""
