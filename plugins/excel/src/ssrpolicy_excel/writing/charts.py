"""The charts of the dashboard: they read in grey too, each with its numbers on it and in words."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen
from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
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
from openpyxl.utils import get_column_letter, quote_sheetname

from ssrpolicy import Language
from ssrpolicy.views import Table, Value, counted, label, visible
from ssrpolicy_excel.writing.rows import SheetRows
from ssrpolicy_excel.writing.styles import DARK, FONT, INK, LINE

_PALE = "A9BCCF"
_WHITE = "FFFFFF"
# Drawings are measured in English Metric Units.
_PER_CENTIMETRE = 360_000
# A label of nought would stand where no bar is.
_NO_NOUGHT = "0;;"


@frozen(kw_only=True)
class Spot:
    """Where a chart stands: below a row, from a column on; its size is in centimetres."""

    column: int
    width: float
    height: float = 0.0
    above: int = 0

    def below(self, row: int) -> "Spot":
        """Return the same spot below another row."""
        return evolve(self, above=row)


@frozen(kw_only=True)
class _Numbers:
    """A column of numbers that is drawn: its header, its values, and how its bars look."""

    place: int
    title: str
    values: tuple[Value, ...]
    fill: str = DARK
    ink: str = _WHITE


def add_bars(rows: SheetRows, section: Table, header: int, spot: Spot, language: Language) -> None:
    """Draw how many commitments have each status, the first status on top."""
    about = section.title.partition(":")[0]
    name = label("workbook.chart", language, about=about)
    numbers = _numbers(section, 2, ink=INK)
    chart = _chart(rows, section, header, [numbers], name=name)
    chart.type, chart.gapWidth = "bar", 60
    chart.legend = None
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    _place(rows, chart, spot, name, description(section, language))


def add_quarters(
    rows: SheetRows, section: Table, header: int, spot: Spot, language: Language
) -> None:
    """Draw how many terms end in each quarter, the first quarter on the left."""
    numbers = [_numbers(section, 2), _numbers(section, 3, fill=_PALE, ink=INK)]
    chart = _chart(rows, section, header, numbers, name=section.title)
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "col", "stacked", 100, 30
    chart.legend.position, chart.legend.overlay = "r", False
    chart.legend.txPr = _letters(800)
    _place(rows, chart, spot, section.title, quarters_in_words(section, language))


def _numbers(section: Table, place: int, **looks: str) -> _Numbers:
    column = section.columns[place]
    values = tuple(row[place] for row in section.rows)
    return _Numbers(place=place, title=column.label, values=values, **looks)


def _chart(
    rows: SheetRows, section: Table, header: int, numbers: Sequence[_Numbers], *, name: str
) -> Any:
    """A chart of columns of a table, with what they hold now for programs that do not look."""
    chart: Any = BarChart()  # the stubs take many of its members for other types
    chart.style, chart.roundedCorners = 2, False
    sheet, last = quote_sheetname(rows.sheet.title), header + len(section.rows)
    categories = AxDataSource(
        strRef=_texts(f"{sheet}!$A${header + 1}:$A${last}", [str(row[0]) for row in section.rows])
    )
    for each in numbers:
        letter = get_column_letter(each.place + 1)
        series: Any = Series(
            idx=len(chart.series),
            order=len(chart.series),
            tx=SeriesLabel(strRef=_texts(f"{sheet}!${letter}${header}", [each.title])),
            cat=categories,
            val=NumDataSource(
                numRef=NumRef(
                    f=f"{sheet}!${letter}${header + 1}:${letter}${last}",
                    numCache=NumData(
                        formatCode="0",
                        ptCount=len(each.values),
                        pt=[NumVal(idx=i, v=str(_whole(v))) for i, v in enumerate(each.values)],
                    ),
                )
            ),
            # A dark edge separates the bars where no colour does.
            spPr=GraphicalProperties(
                solidFill=each.fill, ln=LineProperties(solidFill=INK, w=9_525)
            ),
            dLbls=_labels(each, outside=len(numbers) == 1),
        )
        series.invertIfNegative = False
        chart.series.append(series)
    chart.title = name
    chart.title.tx.rich.p[0].pPr = _written(1000, bold=True)
    chart.title.overlay = False
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    # Every bar has its number, so that the axis of numbers says nothing more.
    chart.x_axis.delete, chart.y_axis.delete = False, True
    # Every category by name, however many there are.
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.txPr = _letters(800)
    return chart


def _texts(cells: str, texts: Sequence[str]) -> StrRef:
    points = [StrVal(idx=place, v=visible(text)) for place, text in enumerate(texts)]
    return StrRef(f=cells, strCache=StrData(ptCount=len(points), pt=points))


def _labels(numbers: _Numbers, *, outside: bool) -> DataLabelList:
    return DataLabelList(
        numFmt=_NO_NOUGHT,
        txPr=_letters(800, color=numbers.ink),
        dLblPos="outEnd" if outside else "ctr",
        showVal=True,
        showLegendKey=False,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        showBubbleSize=False,
    )


def _letters(size: int, *, color: str = INK) -> RichText:
    """How labels look; ``size`` is in hundredths of a point."""
    letters = Paragraph(pPr=_written(size, color=color))
    # It says how labels look and has no words of its own; openpyxl begins it with an empty one.
    letters.r = []
    return RichText(bodyPr=RichTextProperties(), p=[letters])


def _written(size: int, *, bold: bool = False, color: str = INK) -> ParagraphProperties:
    letters = CharacterProperties(sz=size, b=bold, latin=Typeface(typeface=FONT), solidFill=color)
    return ParagraphProperties(defRPr=letters)


def _place(rows: SheetRows, chart: Any, spot: Spot, name: str, words: str) -> None:
    chart.height, chart.width = spot.height, spot.width
    chart.anchor = OneCellAnchor(
        _from=AnchorMarker(col=spot.column, row=spot.above),
        ext=XDRPositiveSize2D(
            int(spot.width * _PER_CENTIMETRE), int(spot.height * _PER_CENTIMETRE)
        ),
    )
    rows.sheet.add_chart(chart)
    rows.charts.append((name, words))


def description(section: Table, language: Language) -> str:
    """Return what a chart of statuses shows, in words: every number that is not nought."""
    bars = [
        label(
            "workbook.chart_bar",
            language,
            status=str(status),
            commitments=counted("commitments", _whole(number), language),
        )
        for status, _, number in section.rows
        if number
    ]
    about = section.title.partition(":")[0].lower()
    numbers = "; ".join(bars)
    return label("workbook.chart_text", language, about=about, numbers=numbers, table=section.title)


def said_alike(section: Table, language: Language) -> str:
    """Return what a table of statuses with one row says, in a sentence instead of a chart."""
    ((status, _, number),) = section.rows
    return label(
        "workbook.alike",
        language,
        about=section.title.partition(":")[0],
        status=str(status),
        commitments=counted("commitments", _whole(number), language),
    )


def quarters_in_words(section: Table, language: Language) -> str:
    """Return what the chart of quarters shows, in words: every quarter in which a term ends."""
    bars = [
        label(
            "workbook.chart_quarter",
            language,
            quarter=str(quarter),
            commitments=counted("commitments", _whole(still) + _whole(shown), language),
            shown=str(_whole(shown)),
        )
        for quarter, _, still, shown in section.rows
        if still or shown
    ]
    numbers = "; ".join(bars)
    about = section.title.lower()
    return label("workbook.chart_text", language, about=about, numbers=numbers, table=section.title)


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
