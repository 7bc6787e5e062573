"""The files beside a record: ``draft.toml``, made anew by each draft, and ``decisions.toml``."""
