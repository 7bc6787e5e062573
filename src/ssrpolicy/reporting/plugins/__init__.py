"""Plugins: how they are found, loaded, guarded, and looked up by name."""
