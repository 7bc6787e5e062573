"""The workbook's styles, made once: how each kind of cell looks, and how states stand out."""

from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook import Workbook

from ssrpolicy.views import Choice, Column, Kind

INK = "1F2933"
DARK = "154273"
LINE = "C9D3DD"
LINK = "0B5394"
# The header of what is to fill in is light where the others are dark, so that grey shows it too.
FILL_IN = "FFE8A3"
SHADE = "EEF1F4"

FONT = "Arial"
"""The font of every cell and chart."""

_TOP = Alignment(vertical="top", wrap_text=True)
# Indented, so that a number does not touch the text of the column that follows.
_TOP_RIGHT = Alignment(vertical="top", horizontal="right", indent=1)
_SIDE = Side(style="thin", color=LINE)
_LINES = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)

_OPEN = {"protection": Protection(locked=False)}

# A day reads the same in every country: 29 apr 2010. The numbers are Windows' language ids.
_DATE_FORMATS = {"nl": "[$-413]d mmm yyyy", "en": "[$-809]d mmm yyyy"}

TITLE = "Tracker title"
SUBTITLE = "Tracker subtitle"
SECTION = "Tracker section"
LABEL = "Tracker label"
FIGURE = "Tracker figure"
FIGURE_ALONE = "Tracker figure without rows"
FIGURE_LABEL = "Tracker figure label"
_HEADER = "Tracker header"
_NUMBER_HEADER = "Tracker number header"
_FILL_IN_HEADER = "Tracker header to fill in"
_DECIMAL = "Tracker decimal number"

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
        "met_moved": _CARE,
        "met_late": _CARE,
        "said_met": _PLAIN,
        "not_pursued": _PLAIN,
        "superseded": _PLAIN,
    },
    "evidence": {
        "contradicts": _BAD,
        "none_found": _CARE,
        "partly_supports": _CARE,
        "supports": _GOOD,
    },
    "answer": {"declined": _PLAIN, "unanswered": _CARE},
}


FRACTION = {OF_KIND[Kind.NUMBER]: _DECIMAL}
"""The style of numbers with a fraction, by that of whole ones."""

_FILL_IN = {kind: f"{OF_KIND[kind]} to fill in" for kind in (Kind.TEXT, Kind.CHOICE, Kind.DATE)}


def style_of(column: Column) -> str:
    """The style of a column's cells."""
    return _FILL_IN[column.kind] if column.editable else OF_KIND[column.kind]


def header_style(kind: Kind, *, editable: bool = False) -> str:
    """The style of a column's header, which stands above its values."""
    if editable:
        return _FILL_IN_HEADER
    return _NUMBER_HEADER if kind is Kind.NUMBER else _HEADER


def add_styles(workbook: Workbook, language: str) -> None:
    """Add the named styles that every cell of the workbook uses."""
    begin_with_plain_font(workbook)
    ink = font()
    white, dark = font(color="FFFFFF", bold=True), PatternFill("solid", fgColor=DARK)
    header_right = Alignment(vertical="top", horizontal="right", indent=1, wrap_text=True)
    left = Alignment(vertical="top", horizontal="left")
    day = {"font": ink, "alignment": left, "number_format": _DATE_FORMATS[language]}
    fill_in = {
        "font": font(bold=True, italic=True),
        "fill": PatternFill("solid", fgColor=FILL_IN),
        "border": Border(bottom=Side(style="medium", color=INK)),
    }
    # What is typed is text, so that no program makes a day of "maart 2012", or a number of a
    # telephone's.
    styles: dict[str, dict[str, Any]] = {
        TITLE: {"font": font(16, DARK, bold=True)},
        SUBTITLE: {"font": font(11)},
        SECTION: {"font": font(12, DARK, bold=True)},
        _HEADER: {"font": white, "fill": dark, "alignment": _TOP},
        _NUMBER_HEADER: {"font": white, "fill": dark, "alignment": header_right},
        LABEL: {"font": font(bold=True), "alignment": _TOP},
        FIGURE: {
            "font": font(16, LINK, bold=True, underline="single"),
            "alignment": Alignment(vertical="center", horizontal="right", indent=1),
        },
        FIGURE_ALONE: {
            "font": font(16, bold=True),
            "alignment": Alignment(vertical="center", horizontal="right", indent=1),
        },
        FIGURE_LABEL: {
            "font": font(11, bold=True),
            "alignment": Alignment(vertical="center", wrap_text=True),
        },
        "Tracker id": {"font": font(9, "52606D"), "alignment": _TOP},
        "Tracker text": {"font": ink, "alignment": _TOP},
        "Tracker choice": {"font": ink, "alignment": _TOP},
        "Tracker date": day,
        "Tracker number": {"font": ink, "alignment": _TOP_RIGHT, "number_format": "#,##0"},
        _DECIMAL: {"font": ink, "alignment": _TOP_RIGHT, "number_format": "#,##0.0##"},
        "Tracker link": {"font": font(color=LINK, underline="single"), "alignment": _TOP},
        # It runs over the empty cells next to it.
        "Tracker link line": {"font": font(color=LINK, underline="single")},
        _FILL_IN_HEADER: {**fill_in, "alignment": _TOP},
        _FILL_IN[Kind.TEXT]: {"font": ink, "alignment": _TOP, "number_format": "@", **_OPEN},
        _FILL_IN[Kind.CHOICE]: {"font": ink, "alignment": _TOP, **_OPEN},
        _FILL_IN[Kind.DATE]: {**day, **_OPEN},
    }
    for name, looks in styles.items():
        workbook.add_named_style(NamedStyle(name, **looks))


def begin_with_plain_font(workbook: Workbook) -> None:
    """Set our font as the one of every cell that names no other."""
    # The width of a column counts digits of the first font, and what is typed elsewhere has it.
    plain = _Font(name=FONT, size=10)
    workbook._fonts = IndexedList([plain])  # type: ignore[attr-defined]  # noqa: SLF001 - private and so not in its types: openpyxl has no other way to the font that a workbook begins with
    workbook._named_styles["Normal"].font = plain  # type: ignore[attr-defined]  # noqa: SLF001 - private and so not in its types: openpyxl has no other way to the style that cells begin with


class _Font(Font):
    """A font whose elements stand in the order of the schema, which openpyxl does not keep."""

    # A subclass of openpyxl's inherits none of these.
    __nested__ = Font.__nested__
    __elements__ = (
        *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
        *("sz", "color", "name", "family", "charset", "scheme"),
    )


def font(size: int = 10, color: str = INK, **looks: Any) -> Font:
    """Return the font of our workbooks, with ``looks`` such as ``bold``."""
    return _Font(name=FONT, size=size, color=color, **looks)


def lines_between_cells() -> Rule:
    """Thin lines around every cell, empty ones included."""
    # A conditional format draws them without a styled cell for every empty place.
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(border=_LINES))


def shading() -> Rule:
    """The grey of cells that are to read, empty ones included."""
    # Some programs apply one format only, so each has the lines as well.
    looks = DifferentialStyle(fill=PatternFill("solid", bgColor=SHADE), border=_LINES)
    return Rule(type="expression", formula=["TRUE"], dxf=looks)


def state_rules(key: str, choices: tuple[Choice, ...]) -> list[Rule]:
    """The formats by which the states of a column stand out, in addition to their words."""
    states = _STATES.get(key, {})
    return [_rule(choice.label, *states[choice.key]) for choice in choices if choice.key in states]


def _rule(label: str, ink: str, fill: str) -> Rule:
    quoted = label.replace('"', '""')
    letters, shade = _Font(color=ink, bold=True), PatternFill("solid", bgColor=fill)
    looks = DifferentialStyle(font=letters, fill=shade, border=_LINES)
    return Rule(type="cellIs", operator="equal", formula=[f'"{quoted}"'], dxf=looks)
