"""A register asked: lists, searches, and what it says of itself."""
