"""Files on disk: written whole or not at all, read within bounds, locked while edited."""
