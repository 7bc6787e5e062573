"""The overview of what changed between two days."""
