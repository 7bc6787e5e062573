"""What a paper says that the House decided on a motion that it cites.

Only a plain sentence about one motion counts: that it was adopted or rejected, and nothing of a
condition or a denial. When that was is not the day of the motion, and is left in the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from attrs import frozen

from ssrpolicy.citations import find_citations
from ssrpolicy.model import Outcome

_BEFORE: Final = 300
_AFTER: Final = 200
_ENDED: Final = re.compile(r"(?:(?<=\w{3})|(?<=\)))[.?!]\s+(?=[A-Z])|\n[ \t]*\n")
#: The motion that is meant, and any other paper that is cited: its place in the words.
_THIS, _OTHER = "\u25a0", "\u25a1"
# Up to another motion: of two, one may be adopted and one not.
_WORDS: Final = rf"(?:(?!\bmoti)[^;:{_OTHER}{_THIS}])"
_MOTION: Final = rf"(?:(?:de|een|the|a) )?(?:motie|motion)\b{_WORDS}{{0,100}}{_THIS}\)?"
_HOUSE: Final = (
    r"(?:(?:de|the) )?(?:(?:uw|your|tweede|eerste) )?(?:kamer|house(?: of representatives)?|senate)"
)
_WHEN: Final = r"(?: (?:op|on)(?: [\w.]+){1,4}?)?"
_DONE: Final = {
    Outcome.ADOPTED: ("(?:aangenomen|aanvaard)", "aanvaardde", "nam", "aan", "adopted"),
    Outcome.REJECTED: ("verworpen", "verwierp", "wees", "af", "rejected"),
}


def _pattern(done: str, past: str, took: str, off: str, english: str) -> re.Pattern[str]:
    ways = (
        # "Op 2 juli aanvaardde uw Kamer de motie", "nam uw Kamer de motie aan"
        rf"\b{past} {_HOUSE}{_WHEN} {_MOTION}",
        rf"\b{_HOUSE} (?:{past}|(?:has )?{english}){_WHEN} {_MOTION}",
        rf"\b(?:{took} {_HOUSE}|{_HOUSE} {took}){_WHEN} {_MOTION}{_WORDS}{{0,60}}? {off}\b",
        rf"\b(?:heeft {_HOUSE}|{_HOUSE} heeft){_WHEN} {_MOTION}{_WORDS}{{0,60}}? {done}\b",
        # "De motie is op 2 juli aangenomen", "the motion was adopted"
        rf"\b{_MOTION},? (?:die )?(?:is|werd)\b{_WORDS}{{0,60}}? {done}\b(?! dat\b)",
        rf"\b{_MOTION},? (?:which )?(?:was|has been)\b{_WORDS}{{0,60}}? {english}\b",
        # "De aangenomen motie"
        rf"\b(?:{done}|{english}) {_MOTION}",
    )
    return re.compile("|".join(ways), re.IGNORECASE)


_SAYS: Final = {outcome: _pattern(*words) for outcome, words in _DONE.items()}
_UNSURE: Final = re.compile(
    r"\b(?-i:may)\b|\b(?:aangehouden|ingetrokken|held|withdrawn|niet|geen|nooit|nog|indien|mits|als|wanneer|mocht|zou|zal|zullen|kan|wordt|worden|deels"
    r"|not|no|never|yet|if|unless|should|would|will|might|be|partly)\b",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Decision:
    """What was decided on a motion, and the words that say so."""

    outcome: Outcome
    words: str


def decision_on(
    text: str, cites: tuple[int, int], marks_within: Callable[[int, int], Iterable[re.Match[str]]]
) -> Decision | None:
    """Return what the sentence around a place says was decided on the motion that it cites.

    ``marks_within`` gives the marks of notes in a piece of the text, which may cite other papers.
    None where nothing is certain.
    """
    start, end = cites
    first = max(0, start - _BEFORE)
    first = max((each.end() for each in _ENDED.finditer(text, first, start)), default=first)
    sentence_end = _ENDED.search(text, end, end + _AFTER)
    last = sentence_end.start() if sentence_end else min(len(text), end + _AFTER)
    others = {
        (first + each.start, first + each.end) for each in find_citations(text[first:last])
    } | {each.span() for each in marks_within(first, last)}
    parts, place = [], first
    for other in sorted({cites, *others}):
        if place <= other[0]:
            parts += [text[place : other[0]], _THIS if other == cites else _OTHER]
            place = other[1]
    said = " ".join("".join((*parts, text[place:last])).split())
    found = [(o, m) for o, pattern in _SAYS.items() if (m := pattern.search(said))]
    if len(found) != 1 or _UNSURE.search(found[0][1][0]):
        return None
    outcome, match = found[0]
    # "Als uw Kamer de motie heeft aangenomen", "dat de motie niet is aangenomen"
    if _UNSURE.search(said[max(0, match.start() - 40) : match.start()]):
        return None
    words = match[0].replace(f"({_THIS})", "").replace(_THIS, "")
    return Decision(outcome=outcome, words=" ".join(words.split()))
