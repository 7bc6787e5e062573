"""The workbook's styles, made once: how each kind of cell looks, and how states stand out."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook import Workbook

from ssrpolicy.views import Choice, Column, Kind

INK = "1F2933"
DARK = "154273"
LIGHT = "E8EEF4"
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

_OPEN = Protection(locked=False)

# A day reads the same in every country: 29 apr 2010. The numbers are Windows' language ids.
_DATE_FORMATS = {"nl": "[$-413]d mmm yyyy", "en": "[$-809]d mmm yyyy"}

TITLE = "Tracker title"
SUBTITLE = "Tracker subtitle"
SECTION = "Tracker section"
LABEL = "Tracker label"
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
    # The width of a column counts digits of the first font, and what is typed elsewhere has it.
    plain = Font(name=FONT, size=10)
    workbook._fonts = IndexedList([plain])  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl has no other way to the font that a workbook begins with
    workbook._named_styles["Normal"].font = plain  # type: ignore[attr-defined]  # noqa: SLF001 - see above
    ink = Font(name=FONT, size=10, color=INK)
    strong = Font(name=FONT, size=10, color=INK, bold=True)
    link = Font(name=FONT, size=10, color=LINK, underline="single")
    white = Font(name=FONT, size=10, color="FFFFFF", bold=True)
    filled = PatternFill("solid", fgColor=DARK)
    styles = (
        NamedStyle(TITLE, font=Font(name=FONT, size=16, color=DARK, bold=True)),
        NamedStyle(SUBTITLE, font=Font(name=FONT, size=11, color=INK)),
        NamedStyle(SECTION, font=Font(name=FONT, size=12, color=DARK, bold=True)),
        NamedStyle(_HEADER, font=white, fill=filled, alignment=_TOP),
        NamedStyle(
            _NUMBER_HEADER,
            font=white,
            fill=filled,
            alignment=Alignment(vertical="top", horizontal="right", indent=1, wrap_text=True),
        ),
        NamedStyle(LABEL, font=strong, alignment=_TOP),
        NamedStyle("Tracker id", font=Font(name=FONT, size=9, color="52606D"), alignment=_TOP),
        NamedStyle("Tracker text", font=ink, alignment=_TOP),
        NamedStyle("Tracker choice", font=ink, alignment=_TOP),
        NamedStyle(
            "Tracker date",
            font=ink,
            alignment=Alignment(vertical="top", horizontal="left"),
            number_format=_DATE_FORMATS[language],
        ),
        NamedStyle("Tracker number", font=ink, alignment=_TOP_RIGHT, number_format="#,##0"),
        NamedStyle(_DECIMAL, font=ink, alignment=_TOP_RIGHT, number_format="#,##0.0##"),
        NamedStyle("Tracker link", font=link, alignment=_TOP),
        NamedStyle(
            _FILL_IN_HEADER,
            font=Font(name=FONT, size=10, color=INK, bold=True, italic=True),
            fill=PatternFill("solid", fgColor=FILL_IN),
            border=Border(bottom=Side(style="medium", color=INK)),
            alignment=_TOP,
        ),
        # As text, so that no program makes a day of "maart 2012", or a number of a telephone's.
        NamedStyle(
            _FILL_IN[Kind.TEXT], font=ink, alignment=_TOP, number_format="@", protection=_OPEN
        ),
        NamedStyle(_FILL_IN[Kind.CHOICE], font=ink, alignment=_TOP, protection=_OPEN),
        NamedStyle(
            _FILL_IN[Kind.DATE],
            font=ink,
            alignment=Alignment(vertical="top", horizontal="left"),
            number_format=_DATE_FORMATS[language],
            protection=_OPEN,
        ),
    )
    for style in styles:
        workbook.add_named_style(style)


def lines_between_cells() -> Rule:
    """Thin lines around every cell, empty ones included."""
    # A conditional format draws them without a styled cell for every empty place.
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(border=_LINES))


def shading() -> Rule:
    """The grey of cells that are to read, empty ones included."""
    return Rule(
        type="expression",
        formula=["TRUE"],
        # Some programs apply one format only, so each has the lines as well.
        dxf=DifferentialStyle(fill=PatternFill("solid", bgColor=SHADE), border=_LINES),
    )


def state_rules(key: str, choices: tuple[Choice, ...]) -> list[Rule]:
    """The formats by which the states of a column stand out, in addition to their words."""
    states = _STATES.get(key, {})
    return [_rule(choice.label, *states[choice.key]) for choice in choices if choice.key in states]


def _rule(label: str, ink: str, fill: str) -> Rule:
    quoted = label.replace('"', '""')
    return Rule(
        type="cellIs",
        operator="equal",
        formula=[f'"{quoted}"'],
        dxf=DifferentialStyle(
            font=Font(color=ink, bold=True), fill=PatternFill("solid", bgColor=fill), border=_LINES
        ),
    )
