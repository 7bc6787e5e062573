"""The files of a record next to its ``record.toml``: texts, their parts, and their originals."""
