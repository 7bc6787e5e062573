"""How a template numbers its footnotes, so that a reference to one shows the number it has."""

from collections.abc import Callable

from attrs import frozen
from lxml import etree

from ssrpolicy_word.namespaces import W

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_LETTERS = 26


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown


def _letter(number: int) -> str:
    """As Word counts: a to z, aa to zz, aaa to zzz."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
}


@frozen(kw_only=True)
class NoteNumbers:
    """The numbers that footnotes show: the first of the note comes after ``before`` others."""

    before: int = 0
    format: str = "decimal"

    def shown(self, number: int) -> str:
        """Return what the footnote shows that is the note's first, second and so on."""
        return _FORMATS[self.format](self.before + number)


def settle_note_numbers(
    document: etree._Element,
    settings: etree._Element | None,
    remark: Callable[[str], None],
    template: str,
) -> NoteNumbers:
    """Return how footnotes are numbered; make it one series in signs that a reader can name.

    A number that begins anew on each page names no one footnote; neither does an asterisk. Where
    the template asks for that, it is changed in it, and reported.
    """
    roots = [document] if settings is None else [document, settings]
    given = [each for root in roots for each in root.iter(W("footnotePr"))]
    changed = False
    format, start = "decimal", 1
    for properties in reversed(given):
        restart = properties.find(W("numRestart"))
        if restart is not None and restart.get(W("val")) != "continuous":
            restart.set(W("val"), "continuous")
            changed = True
        wanted = properties.find(W("numFmt"))
        if wanted is not None:
            if wanted.get(W("val")) not in _FORMATS:
                wanted.set(W("val"), "decimal")
                changed = True
            format = wanted.get(W("val"), "decimal")
        first = properties.find(W("numStart"))
        if first is not None and first.get(W("val"), "").isdigit():
            start = int(first.get(W("val"), "1"))
    if changed:
        remark(
            f"The template {template} numbers its footnotes anew or with signs; they were numbered "
            "on, so that one can be referred to."
        )
    return NoteNumbers(before=max(start - 1, 0), format=format)
