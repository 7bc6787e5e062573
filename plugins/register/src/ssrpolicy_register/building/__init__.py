"""A register built: files read, and the rows that they give."""
