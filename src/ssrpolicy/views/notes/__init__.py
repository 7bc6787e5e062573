"""Documents made of blocks of text: the briefing note, the budget annex, the changes."""
