"""Numbers that stand without a dossier, and those whose dossier follows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from attrs import evolve

from ssrpolicy.citations import patterns
from ssrpolicy.citations.citation import Citation, CitationWarning
from ssrpolicy.citations.numbers import CitedNumber, further_numbers, number_after_word
from ssrpolicy.citations.papers import as_range
from ssrpolicy.model import PaperNumber

# A number belongs to a motion or a paper that is named at most so many characters before it.
_REACH = 100
# No word for another numbered thing is longer ("overeenkomst", "agendapunt").
_LONGEST_THING = 16
# With more dossiers about, naming them all as candidates helps nobody.
_MOST_DOSSIERS = 3
_NO_DOSSIER = (CitationWarning("no-dossier"),)


def with_orphans(
    text: str, cited: tuple[Citation, ...], default_dossier: str | None
) -> tuple[Citation, ...]:
    """Return ``cited`` together with the numbers in ``text`` that have no dossier before them.

    Args:
        text: the text, in which no pattern matches where something else was cited.
        cited: the citations found already, in reading order.
        default_dossier: the dossier that such a number is taken to belong to, with a warning.
    """
    dossiers = tuple(dict.fromkeys(each.dossier for each in cited if each.dossier))
    by_start = {each.start: each for each in cited}
    ends = sorted(each.end for each in cited)
    owners: set[int] = set()
    found: list[Citation] = []
    for numbers in _groups(text, cited):
        start = numbers[0].start
        after = patterns.FROM_DOSSIER.match(text, numbers[-1].end)
        owner = by_start.get(after.end()) if after else None
        if owner is not None and owner.kind == "dossier":
            owners.add(owner.start)
            found.extend(_owned(text, numbers, owner))
        elif _speaks_of_paper(text, start, _last_end(ends, found, start)):
            found.extend(_unowned(text, numbers, default_dossier, dossiers))
    kept = [each for each in cited if each.start not in owners]
    return tuple(sorted((*kept, *found), key=lambda each: each.start))


def _last_end(ends: list[int], found: list[Citation], start: int) -> int | None:
    """Return where the last citation before ``start`` ended."""
    earlier = bisect_right(ends, start)
    candidates = [ends[earlier - 1]] if earlier else []
    if found:
        candidates.append(found[-1].end)
    return max(candidates, default=None)


def _groups(text: str, cited: tuple[Citation, ...]) -> Iterator[tuple[CitedNumber, ...]]:
    """Yield the lists of numbers that begin outside every citation found already."""
    upcoming = iter((*cited, None))
    following = next(upcoming)
    position = 0
    while (found := patterns.ORPHAN.search(text, position)) is not None:
        position = found.end()
        while following is not None and following.end <= found.start():
            following = next(upcoming)
        if following is not None and following.start < found.end():
            position = max(position, following.end)
            continue
        first = number_after_word(found)
        if first is None:
            continue
        numbers = further_numbers(text, first, chapter=False)
        if following is not None:
            # A list must not run into the citation that comes next.
            numbers = tuple(each for each in numbers if each.end <= following.start)
        if numbers:
            position = numbers[-1].end
            yield numbers


def _speaks_of_paper(text: str, start: int, last_end: int | None) -> bool:
    """Whether the words before a number, or a citation just before it, say what it counts."""
    window = text[max(0, start - _REACH) : start]
    if text[start].lower() in "sm":
        # "stuknr." and "motienr." say it themselves.
        return True
    if patterns.OTHER_NUMBERED_THING.search(window.rstrip(" (")[-_LONGEST_THING:]):
        return False
    if text[start : start + len("nummer")].lower() == "nummer":
        # In full the word counts anything; it is a paper's only right after the word for one.
        return patterns.PAPER_RIGHT_BEFORE.search(window) is not None
    if last_end is not None and start - last_end <= _REACH:
        return True
    return not window.strip() or patterns.SPEAKS_OF_PAPERS.search(window) is not None


def _owned(text: str, numbers: tuple[CitedNumber, ...], owner: Citation) -> Iterator[Citation]:
    """Yield the papers that numbers name in the dossier directly after them."""
    closing = owner.end
    opened = "(" in text[numbers[-1].end : owner.start]
    if opened and text[closing : closing + 1] == ")":
        closing += 1
    for number in numbers:
        end = closing if number is numbers[-1] else number.end
        paper = _paper(owner.dossier or "", number.value)
        citation = Citation(
            words=text[number.start : end],
            start=number.start,
            end=end,
            kind="paper",
            number=None if owner.candidates else paper,
            dossier=owner.dossier,
            warnings=owner.warnings,
            candidates=(paper,) if owner.candidates and paper else (),
        )
        yield as_range(citation, number) if number.last else citation


def _unowned(
    text: str,
    numbers: tuple[CitedNumber, ...],
    default_dossier: str | None,
    dossiers: tuple[str, ...],
) -> Iterator[Citation]:
    """Yield numbers without a dossier, as such, or in the dossier to be assumed."""
    near = dossiers if len(dossiers) <= _MOST_DOSSIERS else ()
    for number in numbers:
        citation = Citation(
            words=text[number.start : number.end],
            start=number.start,
            end=number.end,
            kind="number",
            warnings=_NO_DOSSIER,
        )
        if default_dossier is not None:
            yield _assumed(citation, number, default_dossier)
        elif near and number.last is None:
            papers = (_paper(dossier, number.value) for dossier in near)
            yield evolve(citation, candidates=tuple(paper for paper in papers if paper))
        else:
            yield citation


def _assumed(citation: Citation, number: CitedNumber, dossier: str) -> Citation:
    """Return a number as a paper in the dossier that the caller takes it to belong to."""
    paper = _paper(dossier, number.value)
    citation = evolve(
        citation,
        kind="paper" if paper else "number",
        number=paper,
        dossier=dossier,
        warnings=(CitationWarning("dossier-assumed", (dossier,)),),
    )
    return as_range(citation, number) if paper and number.last else citation


def _paper(dossier: str, value: str) -> PaperNumber | None:
    try:
        return PaperNumber.parse(f"kst-{dossier}-{value}")
    except ValueError:
        return None
