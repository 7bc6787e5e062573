"""Commands over many records: lists and search, and the options that say which entries."""
