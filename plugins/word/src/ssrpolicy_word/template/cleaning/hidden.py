"""Which text its styles hide: those of characters, paragraphs and tables; and hidden labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen
from lxml import etree

from ssrpolicy_word.parts import W, value_of
from ssrpolicy_word.template.cleaning.elements import is_on, remove


@frozen
class HiddenStyles:
    """Which styles of a template hide the text that has them.

    ``default`` is that of paragraphs and ``of_tables`` that of tables; ``parts`` are the parts of
    a table, such as its first row, in which a style hides the text.
    """

    hidden: Mapping[str, bool] = field(factory=dict)
    default: str = ""
    everywhere: bool = False
    of_tables: str = ""
    parts: Mapping[str, frozenset[str]] = field(factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> HiddenStyles:
        """Return those of the part with the styles."""
        if root is None:
            return cls()
        styles = {style.get(W("styleId"), ""): style for style in root.iter(W("style"))}
        defaults = root.find("/".join(map(W, ("docDefaults", "rPrDefault", "rPr"))))
        return cls(
            hidden={id: _hides(styles, id) for id in styles},
            default=_default(styles, "paragraph"),
            everywhere=bool(is_on(defaults, "vanish")),
            of_tables=_default(styles, "table"),
            parts={id: found for id in styles if (found := frozenset(_hidden_parts(styles, id)))},
        )

    def hides(self, element: etree._Element, *styles: str | None) -> bool:
        """Return whether text with these styles at once is hidden: each turns it over.

        ``element`` is where it stands; the style of the table around it is one of them.
        """
        turned = sum(self.hidden.get(style or "", False) for style in styles)
        return self.everywhere or (turned + self._in_table(element)) % 2 == 1

    def _in_table(self, element: etree._Element) -> bool:
        """Whether the style of the table in which something stands hides it there."""
        table = next(element.iterancestors(W("tbl")), None)
        if table is None:
            return False
        style = value_of(table, "tblPr", "tblStyle") or self.of_tables
        if self.hidden.get(style, False):
            return True
        parts = self.parts.get(style)
        return parts is not None and not parts.isdisjoint(_parts_of(table, element))


def _default(styles: Mapping[str, etree._Element], kind: str) -> str:
    named = (id for id, style in styles.items() if style.get(W("type")) == kind)
    return next((id for id in named if styles[id].get(W("default")) is not None), "")


def _chain(styles: Mapping[str, etree._Element], id: str) -> Iterator[etree._Element]:
    """Yield a style and those that it is based on, the nearest first."""
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        yield styles[id]
        id = value_of(styles[id], "basedOn") or ""


def _hides(styles: Mapping[str, etree._Element], id: str) -> bool:
    """Whether a style, or the nearest that it is based on and that says so, hides its text."""
    for style in _chain(styles, id):
        set_to = is_on(style.find(W("rPr")), "vanish")
        if set_to is not None:
            return set_to
    return False


def _hidden_parts(styles: Mapping[str, etree._Element], id: str) -> Iterator[str]:
    """Yield the parts of a table in which a style, or one that it is based on, hides the text."""
    said: set[str] = set()
    for style in _chain(styles, id):
        for part in style.iterfind(W("tblStylePr")):
            kind, set_to = part.get(W("type"), ""), is_on(part.find(W("rPr")), "vanish")
            if set_to is not None and kind not in said:
                said.add(kind)
                if set_to:
                    yield kind


def _parts_of(table: etree._Element, element: etree._Element) -> Iterator[str]:
    """Yield the parts of a table to which something in it may belong.

    Bands count from the first row or column, whether that is a heading or not: what may be hidden
    is, for what is left would be shown.
    """
    yield "wholeTable"
    yield from ("band1Horz", "band2Horz", "band1Vert", "band2Vert")
    rows = list(table.iterfind(W("tr")))
    row = next((each for each in element.iterancestors(W("tr")) if each in rows), None)
    cells = [] if row is None else list(row.iterfind(W("tc")))
    cell = next((each for each in element.iterancestors(W("tc")) if each in cells), None)
    ends = {"first": 0, "last": -1}
    for name, at in ends.items():
        if row is not None and row is rows[at]:
            yield f"{name}Row"
        if cell is not None and cell is cells[at]:
            yield f"{name}Col"
    for name, (down, across) in {
        "nw": (0, 0), "ne": (0, -1), "sw": (-1, 0), "se": (-1, -1)
    }.items():  # fmt: skip
        if cell is not None and row is rows[down] and cell is cells[across]:
            yield f"{name}Cell"


def clean_labels(numbering: etree._Element) -> int:
    """Empty the labels of list levels that are hidden, and return how many said something."""
    found = 0
    for level in numbering.iter(W("lvl")):
        mark = level.find(f"{W('rPr')}/{W('vanish')}")
        if mark is None:
            continue
        text = level.find(W("lvlText"))
        if is_on(level.find(W("rPr")), "vanish") and text is not None:
            found += bool(text.get(W("val")))
            text.set(W("val"), "")
        remove(mark)
    return found
