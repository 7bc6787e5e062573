"""How long a commitment may be without an update before an overview of changes lists it."""

STALE_AFTER = 180
"""For how many days nothing must have been recorded of a commitment to be long without an update:
half a year, the time between two debates on a budget."""

LONGEST_SILENCE = 36_500
"""The most days that can be asked for: a century."""
