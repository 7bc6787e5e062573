"""The overview of what changed between two days."""

STALE_AFTER = 180
"""For how many days nothing must have been recorded of a commitment to be long without an update:
half a year, the time between two debates on a budget."""

LONGEST_SILENCE = 36_500
"""The most days for ``stale_after``: a century."""
