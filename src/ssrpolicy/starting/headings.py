"""The heading of a paper: who it says that writes it, and whom and of which day a letter is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ssrpolicy.starting.days import DAY_AND_MONTH, written_day
from ssrpolicy.starting.functions import (
    OFFICE,
    Stated,
    is_function,
    known_party,
    listed_functions,
    one_line,
    stated_function,
    stated_party,
    without_article,
)
from ssrpolicy.starting.signatures import SALUTATION

#: What the lines of a head that name another letter begin with, and what stands before its name.
_ABOUT: Final = r"(?![ \t]*(?:betreft|betr\.|onderwerp|inzake|bijlagen?|uw)\b)"
_BY: Final = re.compile(
    rf"^{_ABOUT}[^\n]{{0,60}}?\b(?<!\bop )(?<!\buw )(?<!\bde )(?<!\bper )brief van "
    r"(?P<who>(?:de )?(?:demissionaire? )?(?:minister|staatssecretaris)[^\n]*"
    r"(?:\n[^\n]+){0,3})",
    re.IGNORECASE | re.MULTILINE,
)
#: Committees that write: "Brief van de voorzitters van de vaste commissies voor ...".
_BY_COMMITTEES: Final = re.compile(
    r"^[^\n]{0,60}?\bbrief van (?:de )?"
    r"(?P<who>(?:voorzitters?|leden|griffier) van (?:de )?(?:vaste )?commissies?\b[^\n.;]{3,400})$",
    re.IGNORECASE | re.MULTILINE,
)
#: Whoever else writes, in the heading of the House: "Nr. 19 BRIEF VAN DE INFORMATEUR".
_BY_ANYBODY: Final = re.compile(
    r"^[ \t]*(?:(?:N[Rr]|n[Rr])\.?[ \t]*\w{1,4}[ \t]+|[A-Z]{1,2}[ \t]+)?"
    r"(?:BRIEF VAN(?: DE| HET)?(?! LEDEN\b)|(?:VOORLOPIG |NADER |EIND)*VERSLAG VAN DE"
    r"(?=[^a-z\n]{0,40}COMMISSIE))[ \t]+"
    r"(?P<who>[A-Z][^a-z\n]{2,300}(?:\n[^\Wa-z][^a-z\n]{2,200}){0,3})$",
    re.MULTILINE,
)
#: A table or a note above a letter: "Van: de minister van Defensie".
_LABELLED_FROM: Final = re.compile(
    r"^[ \t]*(?:Van|VAN|From|FROM)[ \t]*"
    rf"(?::[ \t]*|\n[ \t]*(?=(?i:(?:(?:de|the)[ ])?{OFFICE}\b)))(?P<who>[^\n]{{3,160}})$",
    re.MULTILINE,
)
#: A committee that reports on a bill, in the first sentence of its report.
_REPORTING: Final = re.compile(
    r"^[ \t]*De (?P<who>(?:(?:vaste|algemene|tijdelijke|bijzondere)\s+)?commissie\s+voor\s+"
    r"(?:(?!,\s+belast\b)[^.;]){3,160}),\s+belast\s+met\s+het\s+voorbereidend\s+onderzoek\b",
    re.MULTILINE,
)
#: "Government response to the House of Lords Harbours Committee's report".
_RESPONSE: Final = re.compile(
    r"^[ \t]*(?P<who>(?:the )?(?:UK )?government) response to (?:the )?"
    r"(?P<whom>[^\n]{3,140}?\bcommittee)\b",
    re.IGNORECASE | re.MULTILINE,
)
_DATED: Final = rf"(?:(?:,? dated|,? of|,)\s+(?P<day>{DAY_AND_MONTH})|,? dated\b[^\n]*)?$"
# A heading: "Letter from the Minister for Europe to the Chairman of the Committee". One that goes
# on with a second line begins its own line. With an article before it, it is another letter.
_LETTER_TO: Final = re.compile(
    r"(?:(?<!\byour )(?<!\bmy )(?<!\bour )(?<!\bthe )(?<!\ba )(?<!\btheir )(?<!\bthis )(?<!\bthat )"
    r"\bletter to (?:the )?(?P<whom>[^\n]{3,160}?),? from (?:the )?(?P<who>[^\n]{3,160}?)"
    r"|^[^\n]{0,20}?(?-i:\bLetter to )(?:the )?(?P<whom_2>[^\n]{3,160}\n?[^\n]{0,160}?),?\s+from\s+"
    rf"(?:the )?(?P<who_2>[^\n]{{3,160}}?)){_DATED}",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER_FROM: Final = re.compile(
    rf"^[ \t]*letter (?:(?:of|dated) (?P<day_first>{DAY_AND_MONTH}),? )?"
    r"from (?:the )?(?P<who>(?:[^\n]|\n(?![ \t]*\n)){3,200}?),?\s+to\s+(?:the\s+)?"
    r"(?P<whom>[^\n]{3,160}?(?:\n[^\n]{3,120}?)?(?=,? dated\b)|[^\n]{3,160}?)"
    rf"{_DATED}",
    re.IGNORECASE | re.MULTILINE,
)
#: Where nobody is named to whom it is, only who writes stands in the line.
_LETTER_BY: Final = re.compile(
    r"^[ \t]*Letter from (?:the )?(?!.*\bto\b)(?P<who>[^\n.]{3,160}?)[ \t]*\n[ \t]*$", re.MULTILINE
)
_TITLED: Final = re.compile(r"^(?:[^\n,]*\b(?:MP|CB|KCB|DCB|GCB|CBE|QC|KC)), (?:the )?(?=[A-Z])")
# The function of somebody who is named with it: "the Rt Hon A. Name MP, Minister for Europe".
_NAMED_WITH: Final = re.compile(rf"^[^\n]*?, (?:the )?(?={OFFICE}\b)", re.IGNORECASE)
_NOTE: Final = re.compile(r"(?<=[A-Z])\d{1,2}$")


@frozen(kw_only=True)
class _Heading:
    """From whom a letter is, to whom, and the words of its day, "" for none."""

    who: str
    whom: str
    day: str


def _above_salutation(head: str) -> str:
    """What is below it may name another letter, or one that is annexed."""
    begins = SALUTATION.search(head)
    return head[: begins.start()] if begins else head


def _letter(head: str) -> _Heading | None:
    above = _above_salutation(head)
    found = _LETTER_TO.search(above) or _LETTER_FROM.search(above)
    if found is None:
        return None
    said = found.groupdict()
    return _Heading(
        who=one_line(said["who"] or said["who_2"]),
        whom=one_line(said["whom"] or said["whom_2"]),
        day=said["day"] or said.get("day_first") or "",
    )


def addressee_in_heading(head: str, date: dt.date | None) -> Stated | None:
    """Return to whom the heading of a letter, or of a response, says that it is."""
    if letter := _letter(head):
        whom = _NAMED_WITH.sub("", letter.whom)
        return known_party(whom, date) or (
            stated_function(whom, date) if is_function(whom) else stated_party(whom)
        )
    if response := _RESPONSE.search(head):
        return stated_party(response["whom"])
    return None


def day_in_heading(head: str) -> tuple[dt.date | None, str | None]:
    """Return the day of a letter that ends its heading, and its words."""
    letter = _letter(head)
    if letter is None or not letter.day:
        return None, None
    day = written_day(letter.day)
    return (day, one_line(letter.day)) if day else (None, None)


def named_in_heading(head: str, date: dt.date | None) -> Iterator[Stated]:
    """Yield from whom a heading says that the paper is."""
    if by := _BY.search(head):
        first, *more = by["who"].split("\n")
        # A head in capitals goes on as long as its lines are in capitals.
        while more and (
            more[0].isupper() if first.isupper() or first.split()[0].isupper() else _is_open(first)
        ):
            first += f" {more.pop(0)}"
        who = re.split(r",?\s*mede\s+namens", first, flags=re.IGNORECASE)[0]
        yield from listed_functions(who, date)
    elif labelled := _LABELLED_FROM.search(_above_salutation(head)):
        yield from listed_functions(_NAMED_WITH.sub("", labelled["who"]), date)
    elif letter := _letter(head):
        who = letter.who.rpartition(" MP, ")[2]
        yield stated_function(_NAMED_WITH.sub("", _TITLED.sub("", who)), date)
    elif letter_by := _LETTER_BY.search(_above_salutation(head)):
        yield stated_function(_TITLED.sub("", one_line(letter_by["who"])), date)
    elif committees := _BY_COMMITTEES.search(head):
        yield stated_party(committees["who"])
    elif anybody := _BY_ANYBODY.search(_above_salutation(head)):
        who = one_line("\n".join(_NOTE.sub("", line) for line in anybody["who"].split("\n")))
        yield known_party(who, date) or stated_party(who)
    elif reporting := _REPORTING.search(head):
        yield stated_party(reporting["who"])
    elif response := _RESPONSE.search(head):
        yield stated_party(without_article(response["who"]))


def _is_open(line: str) -> bool:
    return bool(re.search(r"(?:,|\b(?:en|van|voor))\s*$", line))
