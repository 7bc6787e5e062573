"""The charts of the overview: bars that read in grey too, each with its numbers in words."""

from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RichTextProperties,
)
from openpyxl.drawing.text import Font as Typeface
from openpyxl.drawing.xdr import XDRPositiveSize2D

from ssrpolicy import Language
from ssrpolicy.views import Table, Value, counted, label
from ssrpolicy_excel.writing.rows import SheetRows
from ssrpolicy_excel.writing.styles import DARK, FONT, INK, LINE

CHARTED = ("schedule", "claimed")
"""The sections of the overview that are drawn, from left to right."""

HEIGHT = 11.4
"""The height of a chart, in centimetres."""

ROWS = 22
"""The rows of 15 points that are kept free for a chart."""

_WIDTHS = (17.0, 16.0)
_COLUMNS = (0, 2)
_PALE = "A9BCCF"
# So many statements on the longest bar are counted one by one.
_FEW = 10
# Drawings are measured in English Metric Units.
_PER_CENTIMETRE = 360_000


def add_chart(
    rows: SheetRows, section: Table, *, header: int, above: int, language: Language
) -> None:
    """Draw a section whose header stands in one row, and put the drawing below another."""
    place = CHARTED.index(section.key)
    last = header + len(section.rows)
    about = section.title.partition(":")[0]
    chart: Any = BarChart()  # the stubs take many of its members for other types
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
    chart.style, chart.roundedCorners = 2, False
    name = label("workbook.chart", language, about=about)
    chart.title = name
    chart.height, chart.width = HEIGHT, _WIDTHS[place]
    categories = Reference(rows.sheet, min_col=1, min_row=header + 1, max_row=last)
    for column, fill in ((3, DARK), (4, _PALE)):
        values = Reference(rows.sheet, min_col=column, min_row=header, max_row=last)
        series: Any = Series(values, title_from_data=True)
        # A dark edge separates the bars where no colour does.
        series.graphicalProperties = GraphicalProperties(
            solidFill=fill, ln=LineProperties(solidFill=INK, w=9_525)
        )
        chart.series.append(series)
    chart.set_categories(categories)
    chart.x_axis.title = about
    # The first status stands on top, and the numbers at the foot.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.title = label("workbook.chart_number", language)
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    longest = max((_whole(mine) + _whole(others) for _, _, mine, others in section.rows), default=0)
    if longest <= _FEW:
        # Left to itself, Excel would count few in halves, and write each whole number twice.
        chart.y_axis.majorUnit = 1
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    chart.x_axis.delete = chart.y_axis.delete = False
    # Every status by name, however many there are.
    chart.x_axis.tickLblSkip = 1
    letters = Paragraph(pPr=_written(800))
    # It says how labels look and has no words of its own; openpyxl begins it with an empty one.
    letters.r = []
    chart.x_axis.txPr = chart.y_axis.txPr = chart.legend.txPr = RichText(
        bodyPr=RichTextProperties(), p=[letters]
    )
    for title, size in ((chart.title, 1200), (chart.x_axis.title, 900), (chart.y_axis.title, 900)):
        title.tx.rich.p[0].pPr = _written(size, bold=True)
        title.overlay = False
    chart.legend.position, chart.legend.overlay = "b", False
    chart.anchor = OneCellAnchor(
        _from=AnchorMarker(col=_COLUMNS[place], row=above),
        ext=XDRPositiveSize2D(int(_WIDTHS[place] * _PER_CENTIMETRE), int(HEIGHT * _PER_CENTIMETRE)),
    )
    rows.sheet.add_chart(chart)
    rows.charts.append((name, description(section, language)))


def _written(size: int, *, bold: bool = False) -> ParagraphProperties:
    """Letters of the workbook's font; ``size`` is in hundredths of a point."""
    letters = CharacterProperties(sz=size, b=bold, latin=Typeface(typeface=FONT), solidFill=INK)
    return ParagraphProperties(defRPr=letters)


def description(section: Table, language: Language) -> str:
    """Return what a chart shows, in words: every number that is not zero."""
    bars = [
        label(
            "workbook.chart_bar",
            language,
            status=str(status),
            commitments=counted("commitments", _whole(commitments), language),
            others=counted("statements", _whole(others), language),
        )
        for status, _, commitments, others in section.rows
        if commitments or others
    ]
    numbers = "; ".join(bars) or label("workbook.chart_nothing", language)
    about = section.title.partition(":")[0].lower()
    return label("workbook.chart_text", language, about=about, numbers=numbers, table=section.title)


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
