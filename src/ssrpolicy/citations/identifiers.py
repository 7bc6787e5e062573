"""Citations by identifier: public addresses, register numbers, proceedings and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssrpolicy.citations.citation import Citation, CitationKind
from ssrpolicy.citations.patterns import (
    ANSWERS,
    DOSSIER_ADDRESS,
    IDENTIFIER,
    PROCEEDINGS,
    REGISTER,
)
from ssrpolicy.citations.warnings import CitationWarning
from ssrpolicy.model.papers import PaperNumber, compact_session_year, usual_case

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
    yield from map(_by_identifier, IDENTIFIER.finditer(text))
    yield from map(_dossier_address, DOSSIER_ADDRESS.finditer(text))
    yield from map(_register, REGISTER.finditer(text))
    yield from map(_answers, ANSWERS.finditer(text))
    yield from map(_proceedings, PROCEEDINGS.finditer(text))


def _by_identifier(found: re.Match[str]) -> Citation:
    identifier = usual_case(found["id"])
    place = _Place(found)
    try:
        number = PaperNumber.parse(identifier)
    except ValueError:
        dossier = _DOSSIER_ID.fullmatch(identifier)
        return place.citation(
            "dossier" if dossier else "paper",
            dossier=dossier["dossier"] if dossier else None,
            warnings=(CitationWarning("malformed-identifier"),),
        )
    return place.citation(_KINDS[number.series], number=number, dossier=number.dossier_with_suffix)


def _dossier_address(found: re.Match[str]) -> Citation:
    dossier = "-".join(filter(None, (found["dossier"], found["suffix"])))
    return _Place(found).citation("dossier", dossier=dossier)


def _register(found: re.Match[str]) -> Citation:
    return _Place(found).citation("register", register_number=found.group().upper())


def _answers(found: re.Match[str]) -> Citation:
    place = _Place(found)
    session = read_session_year(found["session"])
    if session is None:
        return place.citation("answers", warnings=(CitationWarning("session-year-unknown"),))
    return place.from_either_house("answers", "ah", session, found["number"])


def _proceedings(found: re.Match[str]) -> Citation:
    place = _Place(found)
    session = read_session_year(found["session"])
    if session is None:
        return place.citation("proceedings", warnings=(CitationWarning("session-year-unknown"),))
    named = found["joined"] or (found["named"] if found["item"] else None)
    if named is None:
        return place.citation("proceedings", warnings=(CitationWarning("proceedings-page"),))
    return place.from_either_house("proceedings", "h", session, f"{found['sitting']}-{named}")


class _Place:
    """The words of one match, and what can be made of them."""

    def __init__(self, found: re.Match[str]) -> None:
        self._found = found

    def citation(
        self,
        kind: CitationKind,
        *,
        number: PaperNumber | None = None,
        register_number: str | None = None,
        dossier: str | None = None,
        warnings: tuple[CitationWarning, ...] = (),
        candidates: tuple[PaperNumber, ...] = (),
    ) -> Citation:
        return Citation(
            words=self._found.group(),
            start=self._found.start(),
            end=self._found.end(),
            kind=kind,
            number=number,
            register_number=register_number,
            dossier=dossier,
            warnings=warnings,
            candidates=candidates,
        )

    def from_either_house(
        self,
        kind: CitationKind,
        series: str,
        session: str,
        number: str,
    ) -> Citation:
        chamber = house(self._found["chamber"])
        houses = {"I": ("ek",), "II": ("tk",)}.get(chamber or "", ("tk", "ek"))
        papers = tuple(PaperNumber.parse(f"{series}-{each}-{session}-{number}") for each in houses)
        if len(papers) == 1:
            return self.citation(kind, number=papers[0])
        missing = CitationWarning("house-missing")
        return self.citation(kind, candidates=papers, warnings=(missing,))


def read_session_year(words: str | None) -> str | None:
    """Return a session year as identifiers have it; None when there is none or it is not one."""
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
