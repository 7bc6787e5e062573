"""A document as a drafter reads it: sentences, each in its question or answer, and notes."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.drafting.cues.text.folding import Folded, between_cells, folded, pieces
from ssrpolicy.drafting.cues.text.furniture import FURNITURE, SPEAKER
from ssrpolicy.drafting.cues.text.sections import Section, sections_of
from ssrpolicy.evidence import (
    NOTE_BEGIN,
    NOTE_MARK,
    QUESTION_HEADING,
    Sentence,
    SourceText,
    is_letterhead,
    opens,
    plain_mark,
    stops_within,
)
from ssrpolicy.model import Confidence

#: A letter's first and last lines; what is said stands between them.
_SALUTATION: Final = re.compile(
    r"(?:^|(?<=\s))(?:Zeer )?(?:Geachte|Dear|Mijnheer de voorzitter)\b[^\r\n.]{0,60},?[ \t\r]*$",
    re.MULTILINE,
)
_CLOSING: Final = re.compile(
    r"^(?:Hoogachtend|Met (?:vriendelijke groet|hoogachting)"
    # A sentence after it, on the same line, is still said.
    r"|Yours (?:sincerely|faithfully|truly))\b(?![^\r\n]*[^\W\d_]{2}[.!?] (?-i:[A-Z])).*$"
    r"|^(?:De|de) (?:minister|staatssecretaris)[^.!?\r\n]*,[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
#: The heading of an annex, below the close of the letter that it belongs to.
_ANNEX: Final = re.compile(
    r"^[ \t]*(?:Bijlage|Annex|Appendix)\b[^\r\n.;]{0,90}$", re.MULTILINE | re.IGNORECASE
)
_SHORTEST_ANNEX: Final = 200
_NOTE: Final = re.compile(
    r"(?:^|(?<=[.)\w] ))(?P<mark>\[?\d{1,3}\]?|[\u00b9\u00b2\u00b3\u2070-\u2079]+) ?"
    r"(?=[^\W\d_a-z])",
    re.MULTILINE,
)
#: A note at the foot of a page, from its mark to where it is over.
_FOOT: Final = re.compile(
    r"[^\r\n\f]{3,300}(?:\r?\n(?![ \t]*\r?\n)(?![ \t]*\[?\d{1,3}\]?[ \t]+[^\W\d_a-z])"
    r"[^\r\n\f]{1,300}){0,3}?"
    r"(?=[ \t]*(?:\Z|\f|\r?\n[ \t]*(?:\r?\n|\f|\[?\d{1,3}\]?[ \t]+[^\W\d_a-z]"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079]|Pagina\b|(?:Tweede|Eerste) Kamer, verg|(?:ah|kst|blg)-)))"
)
#: What a note says that is not of the text: where to look, a paper, an address.
_CITES: Final = re.compile(
    r"\b(?:Zie|Vgl|Vergelijk|Ibid|Idem|Bron|See|Cf|Source|Kamerstuk\w*|Aanhangsel|Handelingen|Stb"
    r"|Stcrt|Trb|Staatsblad|Staatscourant|Parliamentary Papers)\b"
    r"|https?://|\bwww\.|\.(?:nl|com|eu)\b"
)
_ENDS: Final = re.compile(r"[.!?:;,\u2026][\"'\u201d\u2019)\]]*\d{0,3}$")
#: A motion or an undertaking named on a line of its own, above what is said of it.
_ITEM: Final = re.compile(
    r"^[ \t]*+(?:(?:(?:\d{1,2}|[a-z])[.)]|[-\u2022\u2013])[ \t]*+)?"
    r"(?:(?:Nader )?[Gg]ewijzigde )?(?:[Mm]oties?|[Tt]oezegging(?:en)?|[Aa]mendement(?:en)?"
    r"|[Aa]anbeveling(?:en)?|[Mm]otion|[Uu]ndertaking|[Rr]ecommendation)\b"
    r"[^\r\n]*[\w)\]](?P<end>[ \t]*\r?\n)(?=[A-Z\u00c0-\u00de])",
    re.MULTILINE,
)
_LINE: Final = re.compile(r"[^\r\n\f]+")
_SHORT: Final = 0.8
_ABOVE: Final = 300
#: Within a question or an answer what a page prints may stand between; it is shorter than this.
_FARTHEST: Final = 2_000
_LONGEST_HEADING: Final = 90
#: A paragraph of three pages is shorter: what is longer, such as a table, is not read.
LONGEST_SENTENCE: Final = 20_000
#: A hundred printed pages have fewer; nobody decides about more proposals of one text.
MOST_SENTENCES: Final = 5_000


@frozen(kw_only=True, eq=False)
class Utterance:
    """A sentence of a document, or what of it stands by itself.

    ``line`` is the sentence on one line; ``section`` is the question or answer that it stands in,
    ``heading`` the words above its paragraph.
    """

    start: int
    end: int
    line: Folded
    paragraph: int
    section: Section | None = None
    heading: str | None = None

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return self.line.text

    def span(self, match: re.Match[str], group: str | int = 0) -> tuple[int, int]:
        """Return the stretch of the source on which a match of the line stands."""
        return self.line.span(*match.span(group))

    def part(self, start: int, end: int) -> Utterance:
        """Return a stretch of the line as a sentence by itself."""
        line = Folded(self.line.text[start:end], self.line.places[start:end])
        first, last = self.line.span(start, end)
        return evolve(self, start=first, end=last, line=line)


@frozen(eq=False)
class Reading:
    """A document's text, read once for all rules; ``answers`` says that it answers questions."""

    source: SourceText
    answers: bool = False

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The questions and answers, in reading order; none in most letters."""
        return sections_of(self.source.text, numbered=self.answers)

    def _section_at(self, place: int) -> Section | None:
        """Return the question or answer that a place is in; None in most letters."""
        at = bisect(self.sections, place, key=lambda each: each.start)
        section = self.sections[at - 1] if at else None
        return section if section is not None and place < section.end else None

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """What each note says, by its mark; of one mark the last."""
        text = self.source.text
        marks = list(_NOTE.finditer(text))
        found = {}
        for number, match in enumerate(marks):
            end = marks[number + 1].start() if number + 1 < len(marks) else match.end() + 200
            found[plain_mark(match["mark"])] = " ".join(text[match.end() : end].split())[:200]
        return found

    @cached_property
    def unread(self) -> tuple[Sentence, ...]:
        """The sentences that are too long for one, of which nothing is read."""
        return tuple(
            each for each in self.source.sentences if each.end - each.start > LONGEST_SENTENCE
        )

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are read: of a text with very many the first."""
        return self.source.sentences[:MOST_SENTENCES]

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """The sentences of the body in reading order, apart from headings and page furniture."""
        text = self.source.text
        cuts = [
            *FURNITURE.finditer(text),
            *SPEAKER.finditer(text),
            *QUESTION_HEADING.finditer(text),
            *self._headings(),
        ]
        begin, close, annex = self._body()
        cuts += _SALUTATION.finditer(text)
        cuts += [*self._feet(), *self._head_lines()]
        holes = sorted(
            {
                *((match.start(), match.end()) for match in cuts),
                *((section.heading, section.start) for section in self.sections),
                *between_cells(text),
                *(item.span("end") for item in _ITEM.finditer(text)),
                (close, annex),
            }
        )
        ends = list(accumulate((last for _first, last in holes), max))
        found = []
        for sentence in self.sentences:
            if sentence in self.unread:
                continue
            near = holes[bisect(ends, sentence.start) : bisect_left(holes, (sentence.end,))]
            for start, end in pieces(text, sentence.start, sentence.end, near):
                if end <= begin:
                    continue
                line = folded(text, start, end)
                utterance = Utterance(
                    start=start,
                    end=end,
                    line=line,
                    paragraph=sentence.paragraph,
                    section=self._section_at(start),
                    heading=sentence.heading,
                )
                found.append(utterance)
        return tuple(found)

    def _head_lines(self) -> Iterator[re.Match[str]]:
        """Yield the lines of a head right above the text, where no empty line divides them.

        They go down to the last line that only a head has, and no sentence ends among them.
        """
        if not (blocks := self.source.paragraphs):
            return
        lines = list(_LINE.finditer(self.source.text, blocks[0].start, blocks[0].end))
        of_head = [at for at, line in enumerate(lines) if is_letterhead(line.group().strip())]
        head = lines[: of_head[-1] + 1] if of_head and len(lines) > 1 else []
        if not any(_ENDS.search(line.group().strip()) for line in head):
            yield from head

    def _feet(self) -> Iterator[re.Match[str]]:
        """Yield the notes that stand between the lines of a text, at the foot of its pages.

        The text refers to the mark of each before it, and it is over within its lines: at an empty
        line, another note, a page's end or what a page prints.
        """
        text = self.source.text
        marks: dict[str, int] = {}
        for each in NOTE_MARK.finditer(text):
            marks.setdefault(plain_mark(each.group()), each.start())
        for begin in NOTE_BEGIN.finditer(text):
            refers = marks.get(plain_mark(begin["mark"]), len(text))
            foot = _FOOT.match(text, begin.start())
            if foot is not None and refers < begin.start("mark") and _CITES.search(foot.group()):
                yield foot

    def at_most(self, confidence: Confidence, start: int) -> Confidence:
        """Return how sure a proposal from a place on can be: of half a sentence never sure."""
        half = confidence is Confidence.SURE and self._begins_within(start)
        return Confidence.LIKELY if half else confidence

    def _begins_within(self, start: int) -> bool:
        """Whether what begins at a place goes on with a sentence whose beginning was not read.

        What stands above it has not ended then, be it for a heading that is not one.
        """
        section = self._section_at(start)
        first = max(0, start - _ABOVE) if section is None else max(section.start, start - _FARTHEST)
        above = FURNITURE.sub(" ", self.source.text[first:start]).rstrip()
        if not above or _ENDS.search(above):
            return False
        if section is not None and not section.is_answer:
            return True
        begins = self.source.text[start]
        return begins.islower() or (not begins.isalnum() and opens(begins)) or stops_within(above)

    def _body(self) -> tuple[int, int, int]:
        """Return where the text begins below its salutation, and what its close is not part of.

        From the close on nothing is said, up to an annex where there is one.
        """
        text = self.source.text
        salutation = next(_SALUTATION.finditer(text), None)
        begin = 0 if salutation is None else salutation.end()
        closing = next(_CLOSING.finditer(text, begin + 1), None)
        if closing is None or self.sections:
            return begin, len(text), len(text)
        annex = next(_ANNEX.finditer(text, closing.end()), None)
        there = annex is not None and len(text) - annex.end() > _SHORTEST_ANNEX
        return begin, closing.start(), annex.end() if annex and there else len(text)

    def _headings(self) -> Iterator[re.Match[str]]:
        """Yield the lines that stand above a text without an empty line between."""
        for block in self.source.paragraphs:
            lines = list(_LINE.finditer(self.source.text, block.start, block.end))
            if len(lines) < 2:  # noqa: PLR2004 - a heading and its text are two lines
                continue
            widths = sorted(len(each.group()) for each in lines)
            usual = widths[len(widths) * 3 // 4]
            before = ""
            for match in lines:
                line = match.group().strip()
                starts = line[:1].isupper() or line[:1].isdigit()
                following = self.source.text[match.end() : match.end() + 3].strip()[:1]
                if (
                    starts
                    and (not before or _ENDS.search(before))
                    and len(line) < min(_SHORT * usual, _LONGEST_HEADING)
                    and not _ENDS.search(line)
                    and not stops_within(line)
                    and following.isupper()
                    and not self._begins_section(match.start())
                ):
                    yield match
                before = line

    def _begins_section(self, place: int) -> bool:
        """Whether a line is of a question, or the first one of an answer: it is not a heading."""
        section = self._section_at(place)
        return section is not None and (
            not section.is_answer or not self.source.text[section.start : place].strip()
        )
