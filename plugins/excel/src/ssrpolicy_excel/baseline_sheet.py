"""The form of the hidden sheet that carries a tracker's baseline, for its writer and its reader.

Each row of the sheet is one text in JSON, split over cells where it is longer than a cell holds.
The first names the form, and is how the sheet is found again; the last counts the others and has
a checksum of them, so that a sheet that lost a row is known.
"""

MAGIC = "ssrpolicy-tracker-baseline"
"""How the sheet is known, whatever it is called."""

FORM = 1
"""The version of the sheet's form."""

OVERVIEW, EXPLANATION = FREE = ("overview", "explanation")
"""The keys of the sheets whose rows have no header and no id."""
