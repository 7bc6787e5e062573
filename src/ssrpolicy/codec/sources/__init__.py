"""The files of a record beside its ``record.toml``: texts, their parts, and their originals."""
