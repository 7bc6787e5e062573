"""The workbook's styles, made once: how each kind of cell looks, and how states stand out."""

from __future__ import annotations

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook

from ssrpolicy.views.tables import Choice, Kind

INK = "1F2933"
DARK = "154273"
LIGHT = "E8EEF4"
LINE = "C9D3DD"
LINK = "0B5394"

_FONT = "Arial"
_TOP = Alignment(vertical="top", wrap_text=True)
# Indented, so that a number does not touch the text of the column that follows.
_TOP_RIGHT = Alignment(vertical="top", horizontal="right", indent=1)
_SIDE = Side(style="thin", color=LINE)
_LINES = Border(left=_SIDE, right=_SIDE, bottom=_SIDE)

# A day reads the same in every country: 29 apr 2010. The numbers are Windows' language ids.
_DATE_FORMATS = {"nl": "[$-413]d mmm yyyy", "en": "[$-809]d mmm yyyy"}

TITLE = "Tracker title"
SUBTITLE = "Tracker subtitle"
SECTION = "Tracker section"
LABEL = "Tracker label"
_HEADER = "Tracker header"
_NUMBER_HEADER = "Tracker number header"

OF_KIND = {
    Kind.ID: "Tracker id",
    Kind.SHORT: "Tracker text",
    Kind.TEXT: "Tracker text",
    Kind.CHOICE: "Tracker choice",
    Kind.DATE: "Tracker date",
    Kind.NUMBER: "Tracker number",
    Kind.LINK: "Tracker link",
}

# State, colour of the words, colour of the cell. The words themselves say it, too.
_BAD = ("9B1C1C", "FBE3E1")
_CARE = ("7A4B00", "FDF0D5")
_GOOD = ("1B5E20", "E3F1E3")
_PLAIN = ("33475B", "E8EEF4")
_STATES: dict[str, dict[str, tuple[str, str]]] = {
    "schedule": {
        "overdue": _BAD,
        "due_soon": _CARE,
        "met": _GOOD,
        "met_late": _CARE,
        "said_met": _PLAIN,
    },
    "evidence": {
        "contradicts": _BAD,
        "none_found": _CARE,
        "partly_supports": _CARE,
        "supports": _GOOD,
    },
    "answer": {"declined": _PLAIN, "unanswered": _CARE},
}


def header_style(kind: Kind) -> str:
    """The style of a column's header, which stands above its values."""
    return _NUMBER_HEADER if kind is Kind.NUMBER else _HEADER


def add_styles(workbook: Workbook, language: str) -> None:
    """Add the named styles that every cell of the workbook uses."""
    ink = Font(name=_FONT, size=10, color=INK)
    strong = Font(name=_FONT, size=10, color=INK, bold=True)
    link = Font(name=_FONT, size=10, color=LINK, underline="single")
    white = Font(name=_FONT, size=10, color="FFFFFF", bold=True)
    filled = PatternFill("solid", fgColor=DARK)
    styles = (
        NamedStyle(TITLE, font=Font(name=_FONT, size=16, color=DARK, bold=True)),
        NamedStyle(SUBTITLE, font=Font(name=_FONT, size=11, color=INK)),
        NamedStyle(SECTION, font=Font(name=_FONT, size=12, color=DARK, bold=True)),
        NamedStyle(_HEADER, font=white, fill=filled, alignment=_TOP),
        NamedStyle(
            _NUMBER_HEADER,
            font=white,
            fill=filled,
            alignment=Alignment(vertical="top", horizontal="right", indent=1, wrap_text=True),
        ),
        NamedStyle(LABEL, font=strong, alignment=_TOP),
        NamedStyle("Tracker id", font=Font(name=_FONT, size=9, color="52606D"), alignment=_TOP),
        NamedStyle("Tracker text", font=ink, alignment=_TOP),
        NamedStyle("Tracker choice", font=ink, alignment=_TOP),
        NamedStyle(
            "Tracker date",
            font=ink,
            alignment=Alignment(vertical="top", horizontal="left"),
            number_format=_DATE_FORMATS[language],
        ),
        NamedStyle("Tracker number", font=ink, alignment=_TOP_RIGHT, number_format="0"),
        NamedStyle("Tracker link", font=link, alignment=_TOP),
    )
    for style in styles:
        workbook.add_named_style(style)


def lines_between_cells() -> Rule:
    """Thin lines below and beside every cell, empty ones included."""
    # A conditional format draws them without a styled cell for every empty place.
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(border=_LINES))


def state_rules(key: str, choices: tuple[Choice, ...]) -> list[Rule]:
    """The formats by which the states of a column stand out, beside the words that say them."""
    states = _STATES.get(key, {})
    return [_rule(choice.label, *states[choice.key]) for choice in choices if choice.key in states]


def _rule(label: str, ink: str, fill: str) -> Rule:
    quoted = label.replace('"', '""')
    return Rule(
        type="cellIs",
        operator="equal",
        formula=[f'"{quoted}"'],
        dxf=DifferentialStyle(
            font=Font(color=ink, bold=True), fill=PatternFill("solid", bgColor=fill)
        ),
    )
