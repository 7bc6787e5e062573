"""The drafter ``cues``: rules over the words of sentences, which stand in files as data."""
