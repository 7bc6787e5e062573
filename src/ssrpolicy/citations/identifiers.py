"""Citations by identifier: public addresses, register numbers, proceedings and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ssrpolicy.citations.citation import Citation, CitationKind, CitationWarning
from ssrpolicy.citations.patterns import ANSWERS, DOSSIER_ADDRESS, IDENTIFIER, PROCEEDINGS, REGISTER
from ssrpolicy.model import PaperNumber, compact_session_year, usual_case

_KINDS: dict[str, CitationKind] = {
    "kst": "paper",
    "blg": "annex",
    "ah-tk": "answers",
    "ah-ek": "answers",
    "h-tk": "proceedings",
    "h-ek": "proceedings",
}
_DOSSIER_ID = re.compile(r"kst-(?P<dossier>[1-4][0-9]{4}(?:-0[0-9])?(?:-[A-Z]{2,5})?)")


def identified(text: str) -> tuple[Citation, ...]:
    """Return what is cited by an identifier or in the fixed form of proceedings and answers."""
    found: list[Citation] = []
    for citation in sorted(_all(text), key=lambda each: (each.start, -each.end)):
        # An address holds an identifier, an appendix the proceedings it belongs to.
        if not found or citation.start >= found[-1].end:
            found.append(citation)
    return tuple(found)


def _all(text: str) -> Iterator[Citation]:
    for pattern, cited in (
        (IDENTIFIER, _by_identifier),
        (DOSSIER_ADDRESS, _dossier_address),
        (REGISTER, _register),
        (ANSWERS, _answers),
        (PROCEEDINGS, _proceedings),
    ):
        yield from map(cited, pattern.finditer(text))


def _cited(found: re.Match[str], kind: CitationKind, **known: Any) -> Citation:
    """Return the citation that a match is, with what is known of it."""
    return Citation(words=found[0], start=found.start(), end=found.end(), kind=kind, **known)


def _by_identifier(found: re.Match[str]) -> Citation:
    identifier = usual_case(found["id"])
    try:
        number = PaperNumber.parse(identifier)
    except ValueError:
        dossier = _DOSSIER_ID.fullmatch(identifier)
        odd = (CitationWarning("malformed-identifier"),)
        if dossier is None:
            return _cited(found, "paper", warnings=odd)
        return _cited(found, "dossier", dossier=dossier["dossier"], warnings=odd)
    kind = _KINDS[number.series]
    return _cited(found, kind, number=number, dossier=number.dossier_with_suffix)


def _dossier_address(found: re.Match[str]) -> Citation:
    dossier = "-".join(filter(None, (found["dossier"], found["suffix"])))
    return _cited(found, "dossier", dossier=dossier)


def _register(found: re.Match[str]) -> Citation:
    return _cited(found, "register", register_number=found.group().upper())


def _answers(found: re.Match[str]) -> Citation:
    return _in_session(found, "answers", "ah", found["number"])


def _proceedings(found: re.Match[str]) -> Citation:
    item = found["joined"] or (found["named"] if found["item"] else None)
    return _in_session(found, "proceedings", "h", item and f"{found['sitting']}-{item}")


def _in_session(
    found: re.Match[str], kind: CitationKind, series: str, number: str | None
) -> Citation:
    """Return the paper of a session, of the House that is named or of either."""
    session = read_session_year(found["session"])
    if session is None:
        return _cited(found, kind, warnings=(CitationWarning("session-year-unknown"),))
    if number is None:
        return _cited(found, kind, warnings=(CitationWarning("proceedings-page"),))
    houses = {"I": ("ek",), "II": ("tk",)}.get(house(found["chamber"]) or "", ("tk", "ek"))
    papers = tuple(PaperNumber.parse(f"{series}-{each}-{session}-{number}") for each in houses)
    if len(papers) == 1:
        return _cited(found, kind, number=papers[0])
    missing = (CitationWarning("house-missing"),)
    return _cited(found, kind, candidates=papers, warnings=missing)


def read_session_year(words: str | None) -> str | None:
    """Return a session year as identifiers write it; None for any other text."""
    if words is None:
        return None
    try:
        return compact_session_year("".join(words.split()))
    except ValueError:
        return None


def house(words: str | None) -> str | None:
    """Return II for the House of Representatives and I for the Senate, from the words for them."""
    if words is None:
        return None
    word = words.lower()
    return "I" if word in {"i", "ek"} or "eerste" in word else "II"
