"""Records in the form of ``record.toml``: read, written, and their lines found."""
