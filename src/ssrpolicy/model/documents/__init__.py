"""Papers, the passages quoted from them, and how their texts lay on pages."""
