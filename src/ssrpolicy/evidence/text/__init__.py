"""The text of one source: its lines, structure, sentences, and the places of its words."""
