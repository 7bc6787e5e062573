"""Why rows miss their budgets, where that is known and meant: shown with what is measured."""

from collections.abc import Mapping

_START = "200 modules are loaded, and the classes and patterns of records and rules are made"
_TEXT = "87 quotes a letter are read as TOML, found word for word and judged by every rule"
_EXCERPTS = "rows are made from excerpts of records, see docs/decisions/0025"

KNOWN: Mapping[str, str] = {
    "check-letter": _START,
    "letter": _START,
    "letter-again": _START,
    "letters-20": _TEXT,
    "letters-300": _TEXT,
    "list": _TEXT,
    "search": _TEXT,
    "register": (
        "a record of 21 statements and 41 updates is read (a fifth), made 366 rows (two fifths) "
        "and packed with where each quote stands (a quarter)"
    ),
    "register-pages": _EXCERPTS,
    "register-many-found": (
        "every statement that has a word is looked up, and every one for how firm it is: a table "
        "of totals would need a row for each owner, word and firmness"
    ),
    "register-many-pages": _EXCERPTS,
    "draft": "each sentence is held against the rules for its kind of paper and language",
    "load": "each quote is found in its source and each rule is asked; the floor does neither",
    "excel": (
        "a third is what each cell says, a sixth what merging needs to know of each statement; "
        "the floor is given its cells, and has no sheet for merging"
    ),
    "html": (
        "a third is which sentences of sources are recorded, and where, a fifth what each entry "
        "says; the floor is given its pieces"
    ),
    "json": (
        "a third is finding the headings and paragraphs of papers, a sixth where statements "
        "stand; the floor is given its data"
    ),
    "word": "six tenths are what the note says of all records; the floor is given its paragraphs",
}
"""The reason of each row that is known to miss its budget, by the name of the row."""
