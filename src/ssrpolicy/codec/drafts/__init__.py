"""The files next to a record: ``draft.toml``, made anew by each draft, and ``decisions.toml``."""
