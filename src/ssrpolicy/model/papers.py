"""The number of a parliamentary paper, its one canonical spelling and its public address.

Every paper that the two Houses of the Dutch parliament publish has an identifier in the official
publications: ``kst-32123-X-124`` is paper 124 in dossier 32123, budget chapter X. This module reads
and writes that identifier strictly; the many ways in which people cite a paper in running text are
read by :mod:`ssrpolicy.citations`.
"""

from __future__ import annotations

import re
from typing import Any, Final, Literal, cast

from attrs import field, frozen

from ssrpolicy.fields import by_fields
from ssrpolicy.messages import _
from ssrpolicy.model.texts import Language, check_language, invalid_value, made_of

Series = Literal["kst", "blg", "ah-tk", "ah-ek", "h-tk", "h-ek"]

# In the order in which an identifier has them.
_PARTS = ("series", "session_year", "dossier", "suffix", "number", "edition")

PUBLIC_ADDRESS = "https://zoek.officielebekendmakingen.nl"

# Budget chapters are Roman numerals, some with a letter after them (IIA, IXB), or one letter (A).
ROMAN_CHAPTER = (
    r"(?:XX(?:VIII|VII|VI|V|IV|IX|III|II|I)|X(?:VIII|VII|VI|V|IV|IX|III|II|I|X)?"
    r"|VIII|VII|VI|V|IV|IX|III|II|I)"
)
CHAPTER: Final[str] = rf"(?:{ROMAN_CHAPTER}[A-F]?|[A-Z])"

# The Senate keeps dossiers of its own under a Roman numeral (CXXIV); all others have five digits,
# and the Council dossiers of the European Union two more (21501-02).
_DOSSIER = r"(?:[1-9][0-9]{3,4}(?:-[0-9]{2})?|[IVXLC]{2,9})"
_NUMBER = r"(?:[1-9][0-9]{0,4}[a-z]?|[A-Z]{1,3})"
_SESSION = r"[12][0-9]{7}"
_PAPER = re.compile(
    rf"(?P<series>kst)-(?:(?P<session_year>{_SESSION})-)?(?P<dossier>{_DOSSIER})"
    rf"(?:-(?P<suffix>{CHAPTER}))?-(?P<number>{_NUMBER})(?:-(?P<edition>[bhn][1-9][0-9]?))?"
)
_ANNEX = re.compile(r"(?P<series>blg)-(?P<number>[1-9][0-9]{0,8})")
_ANSWERS = re.compile(
    rf"(?P<series>ah-(?:tk|ek))-(?P<session_year>{_SESSION})-(?P<number>[1-9][0-9]{{0,4}})"
)
_PROCEEDINGS = re.compile(
    rf"(?P<series>h-(?:tk|ek))-(?P<session_year>{_SESSION})"
    r"-(?P<number>[1-9][0-9]{0,4}-[1-9][0-9]{0,4}(?:-[1-9][0-9]{0,4})?)"
)
_CHAPTER_ONLY = re.compile(rf"kst-[0-9]{{4,5}}-(?:{ROMAN_CHAPTER}[A-F]?)(?<!-.)")
# What few numbers need is compiled where it is first used.
_DOSSIER_ONLY = r"kst-[0-9]{4,5}(?:-0[0-9])?"
_KINGDOM_ACT = r"-\(?R ?[0-9]{3,4}\)?(?=-)"
# How one paper is usually cited: "Kamerstukken II 2025/26, 36 800 XVI, nr. 45".
_CITED = (
    r"(?:.{0,60}[^0-9])?([0-9]{2}) ?([0-9]{3})"
    rf"(?:[ -]({CHAPTER}))?,? nr\.? ?([0-9]{{1,4}})"
)
_DIGITS = re.compile(r"([0-9]+)")
_YEARS = r"([12][0-9])([0-9]{2})(\s?[/\u2010-\u2013-]\s?)?([12][0-9])?([0-9]{2})"


def compact_session_year(text: Any) -> str:
    """Return a parliamentary session year as the identifiers of papers have it: ``20092010``.

    A session runs from September to September. Reads ``2009/10``, ``2009-2010`` with any dash,
    ``2009/2010`` and ``20092010``; raises ValueError for a text that is not a session year.
    """
    if isinstance(text, str) and (found := re.fullmatch(_YEARS, text.strip())):
        century, year, dash, next_century, next_year = found.groups()
        first = int(century + year)
        following = str(first + 1)
        whole = next_century == following[:2] or (dash and next_century is None)
        if whole and next_year == following[2:]:
            return f"{first}{following}"
    raise invalid_value(
        _("{text!r} is not a session year; write it as 2009-2010, two years in a row.", text=text),
        of_type=isinstance(text, str),
    )


def _natural(value: str | None) -> tuple[tuple[int, str], ...]:
    """Return a key that puts 84 before 124, and a missing part before all others."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(value or "")
    )


@frozen(kw_only=True, order=True, repr=False)
@by_fields
class PaperNumber:
    """The number under which the official publications keep one paper.

    Attributes:
        series: ``kst`` for a paper, ``blg`` for an annex, ``ah-tk`` and ``ah-ek`` for answers to
            written questions of the House and the Senate, ``h-tk`` and ``h-ek`` for proceedings.
        dossier: the dossier with the part that belongs to it: ``32123``, ``21501-02``.
        suffix: the budget chapter after the dossier: ``X``, ``XVI``, ``A``, ``IIA``.
        session_year: both years in a row, ``20082009``, where the identifier carries them.
        number: the paper in its dossier: ``124``, ``C``, ``201b``; for proceedings the sitting
            and the item, ``19-11``.
        edition: a reprint or part of the same paper, ``n1``, ``b2``, as the publisher writes it.
    """

    dossier: str | None = field(default=None, order=_natural)
    suffix: str | None = field(default=None, order=_natural)
    session_year: str | None = field(default=None, order=_natural)
    number: str = field(order=_natural)
    edition: str | None = field(default=None, order=_natural)
    series: Series = "kst"

    def __attrs_post_init__(self) -> None:
        """Refuse parts that do not read back as the same number."""
        for name in _PARTS:
            part = getattr(self, name)
            if not isinstance(part, str) and (part is not None or name in ("number", "series")):
                message = _("{name} is {value!r:.60}, not a text", name=name, value=part)
                raise invalid_value(message, of_type=False)
        if _parts(str(self)) != {name: getattr(self, name) for name in _PARTS}:
            raise invalid_value(_explanation(str(self)))

    @classmethod
    def parse(cls, text: str) -> PaperNumber:
        """Return the number that a canonical identifier stands for.

        Raises:
            ValueError: the text is not a canonical identifier; the message says what would be.
        """
        given: Any = text  # whoever writes Python may give anything
        parts = _parts(given) if isinstance(given, str) else None
        if parts is None:
            raise invalid_value(_explanation(text), of_type=isinstance(text, str))
        return cls(**cast("dict[str, Any]", parts))

    @property
    def url(self) -> str:
        """The public page of the paper."""
        return f"{PUBLIC_ADDRESS}/{self}.html"

    @property
    def dossier_with_suffix(self) -> str | None:
        """The dossier as it is named in full: ``32123-X``; None outside dossiers."""
        if self.dossier is None:
            return None
        return f"{self.dossier}-{self.suffix}" if self.suffix else self.dossier

    @property
    def chamber(self) -> Literal["I", "II"] | None:
        """The House the paper is from: II the House of Representatives, I the Senate.

        The identifier of a ``kst`` paper does not name it: the Senate numbers its papers with
        letters (``C``, earlier ``201b``), the House with figures. Of an annex it is not known.
        """
        if self.series == "blg":
            return None
        if self.series == "kst":
            return "II" if self.number.isdecimal() else "I"
        return "II" if self.series.endswith("tk") else "I"

    def display(self, language: Language = "nl", session_year: str | None = None) -> str:
        """Return the citation as an official writes it, with the session year where it is known.

        Raises:
            ValueError: ``session_year`` is not a session year.
        """
        years = self.session_year
        if session_year is not None:
            years = compact_session_year(session_year)
        check_language(language)
        names = _NAMES[language]
        if self.series == "blg":
            return f"{names['blg']} {self}"
        kind = self.series.partition("-")[0]
        opening = f"{names[kind]} {self.chamber}"
        if years:
            opening += f" {years[:4]}/{years[6:]}"
        if kind != "kst":
            return f"{opening}, {self._place(names['nr'])}"
        number = self.number if self.number.isalpha() else f"{names['nr']} {self.number}"
        return f"{opening}, {self.dossier_with_suffix}, {number}"

    def _place(self, abbreviation: str) -> str:
        sitting, dash, item = self.number.partition("-")
        if not dash:
            return f"{abbreviation} {sitting}"
        # Since the session 2011/12 proceedings are cited by sitting and item; before, by page.
        if "-" in item or (self.session_year or "") < "20112012":
            return self.number
        return f"{abbreviation} {sitting}, item {item}"

    def __str__(self) -> str:
        """Return the canonical identifier."""
        return "-".join(part for name in _PARTS if (part := getattr(self, name)) is not None)

    def __repr__(self) -> str:
        """Return an expression that makes the same number."""
        return f"PaperNumber.parse({str(self)!r})"


paper_number = made_of(PaperNumber, 'PaperNumber.parse("kst-32123-X-124")')
"""Validates a field that holds the number of a paper."""

_NAMES = {
    "nl": {
        "kst": "Kamerstukken",
        "ah": "Aanhangsel Handelingen",
        "h": "Handelingen",
        "blg": "Bijlage",
        "nr": "nr.",
    },
    "en": {
        "kst": "Parliamentary Papers",
        "ah": "Appendix to the Proceedings",
        "h": "Proceedings",
        "blg": "Annex",
        "nr": "no.",
    },
}


def _parts(text: str) -> dict[str, str | None] | None:
    for pattern in (_PAPER, _ANNEX, _ANSWERS, _PROCEEDINGS):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        parts: dict[str, str | None] = {**dict.fromkeys(_PARTS), **found.groupdict()}
        years = parts["session_year"]
        if years is not None and int(years[:4]) + 1 != int(years[4:]):
            return None
        if _CHAPTER_ONLY.fullmatch(text):
            return None
        return parts
    return None


def _explanation(text: Any) -> str:
    opening = _("{text!r:.60} is not the number of a parliamentary paper", text=text)
    if not isinstance(text, str):
        return opening
    if not text.strip():
        return _("The number of a parliamentary paper is empty; write it as kst-32123-X-124.")
    if _CHAPTER_ONLY.fullmatch(text) or re.fullmatch(_DOSSIER_ONLY, text):
        return _(
            "{opening}: it names a dossier only; add the paper, as in {text}-1.",
            opening=opening,
            text=text,
        )
    kingdom = re.sub(_KINGDOM_ACT, "", text)
    if kingdom != text and _parts(kingdom):
        return _(
            "{opening}: leave out the Kingdom Act number; write {kingdom}.",
            opening=opening,
            kingdom=kingdom,
        )
    guesses = [text.strip(), usual_case(text.strip()), f"kst-{text.strip()}"]
    if cited := re.fullmatch(_CITED, text.strip()):
        start, end, chapter, number = cited.groups()
        guesses.append("-".join(filter(None, ("kst", start + end, chapter, number))))
    for guess in guesses:
        if _parts(guess):
            return _("{opening}; write {guess}.", opening=opening, guess=guess)
    return _(
        "{opening}; write it as kst-32123-X-124, ah-tk-20092010-123 or h-tk-20172018-19-11.",
        opening=opening,
    )


def usual_case(text: str) -> str:
    """Return an identifier with the series in small letters, chapters and letters in capitals."""
    series, dash, rest = text.partition("-")
    if series.lower() in {"kst", "blg"}:
        return series.lower() + dash + re.sub(r"(?<=-)[a-z]{1,5}(?=-|$)", _upper, rest)
    return text.lower()


def _upper(found: re.Match[str]) -> str:
    return found.group().upper()
