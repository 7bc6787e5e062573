"""Rules on the words of a source: hedges, cues, terms, bounds and numbers."""
