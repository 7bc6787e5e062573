"""The questions and answers of a text: under headings of their own, or by their numbers alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from ssrpolicy.evidence import ASKED, QUESTION_HEADING

_NUMBERED: Final = re.compile(
    r"^[ \t]*(?P<numbers>\d{1,3})[.)]?[ \t\r]*(?:$|(?=[^\W\d_]))(?P<answer>(?!))?", re.MULTILINE
)
_PARAGRAPH: Final = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
#: The end of a line that asks something, whatever marks of notes stand after it.
_ASKING_LINE: Final = re.compile(rf"{ASKED}[^\S\n]*$\n?", re.MULTILINE)
_LONGEST_QUESTION: Final = 2_000
_FEWEST: Final = 2
"""The fewest questions that numbers alone make a list of questions and answers."""


@frozen(kw_only=True)
class Section:
    """A question or an answer, with the numbers of the questions and where its heading begins."""

    is_answer: bool
    numbers: tuple[str, ...]
    heading: int
    start: int
    end: int


def sections_of(text: str, *, numbered: bool) -> tuple[Section, ...]:
    """Return the questions and answers of a text, in reading order; none in most letters.

    ``numbered`` says that numbers alone may tell them, as in a paper that is known to answer
    questions; a letter may have headings that ask something.
    """
    marks = list(QUESTION_HEADING.finditer(text))
    if not any(each["answer"] for each in marks):
        return _by_numbers(text, marks) if numbered else ()
    if not any(each["question"] for each in marks):
        marks = _with_numbered_questions(text, marks)
        if marks[0]["answer"]:
            return ()
    found: list[Section] = []
    for number, match in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        numbers = _numbers(match["numbers"] or "")
        if not numbers and match["answer"] and found:
            numbers = _unanswered(found)
        section = Section(
            is_answer=match["answer"] is not None,
            numbers=numbers,
            heading=match.start(),
            start=match.end(),
            end=end,
        )
        found.append(section)
    return tuple(_with_unheaded_answers(text, found))


def _with_unheaded_answers(text: str, found: Sequence[Section]) -> Iterator[Section]:
    """Yield sections, with the answer of a question that no heading of an answer is for.

    It is what stands below what the question asks.
    """
    headed = {number for each in found if each.is_answer for number in each.numbers}
    for each, after in zip(found, [*found[1:], None], strict=True):
        lacks = each.numbers and not headed & set(each.numbers)
        if each.is_answer or not lacks or (after is not None and after.is_answer):
            yield each
            continue
        answer = _answer_at(text, each.start, each.end) if _asks(text, each.start) else None
        if answer is None or answer == each.end:
            yield each
            continue
        yield evolve(each, end=answer)
        yield evolve(each, is_answer=True, heading=answer, start=answer)


def _by_numbers(text: str, headings: Iterable[re.Match[str]]) -> tuple[Section, ...]:
    """Return questions that have numbers, and what stands below each, which is its answer.

    The numbers may stand in ``headings`` of questions, which may await their answers. None where
    another that asks has no answer: it is a list of something else then. A question without its
    mark is known by its number, between two that have it.
    """
    marks, asking = _marks(text, [each for each in headings if each["numbers"]])
    if asking < _FEWEST:
        return ()
    found: list[Section] = []
    for match, end in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        answer = _answer_at(text, match.end(), end)
        if answer is None and match.re is not QUESTION_HEADING:
            return ()
        answer = end if answer is None else answer
        found += (
            Section(
                is_answer=is_answer,
                numbers=(match["numbers"],),
                heading=heading,
                start=start,
                end=until,
            )
            for is_answer, heading, start, until in (
                (False, match.start(), match.end(), answer),
                (True, answer, answer, end),
            )
        )
    return tuple(found)


def _marks(text: str, headings: Sequence[re.Match[str]]) -> tuple[list[re.Match[str]], int]:
    """Return the numbers of the questions, in their order, and how many of them ask something."""
    found: list[re.Match[str]] = []
    held: list[re.Match[str]] = []  # perhaps questions, perhaps items of an answer's own list
    asking = 0
    for match in headings or _NUMBERED.finditer(text):
        if not match["numbers"].isdigit():
            continue
        number = int(match["numbers"])
        if _asks(text, match.end()):
            if number == len(found) + len(held) + 1:
                found += held
            elif number != len(found) + 1:
                continue
            found.append(match)
            held = []
            asking += 1
        elif number == len(found) + 1:
            held = [match]
        elif number == len(found) + len(held) + 1 and held:
            held.append(match)
    return found, asking


def _asks(text: str, start: int) -> bool:
    """Whether the paragraph from a place on has a line that asks something to its end."""
    end = min(start + _LONGEST_QUESTION, len(text))
    if text.find("?", start, end) < 0:
        return False
    paragraph = _PARAGRAPH.search(text, start, end)
    return paragraph is not None and bool(_ASKING_LINE.search(text, start, paragraph.end()))


def _answer_at(text: str, start: int, end: int) -> int | None:
    """Return where the answer below a question begins; None where nothing is asked or answered.

    Of a question without its mark it is the paragraph below the first.
    """
    asked = False
    paragraphs = list(_PARAGRAPH.finditer(text, start, end))
    if not _asks(text, start):
        return paragraphs[1].start() if len(paragraphs) > 1 else end
    for paragraph in paragraphs:
        lines = list(_ASKING_LINE.finditer(text, paragraph.start(), paragraph.end()))
        if not lines:
            return paragraph.start() if asked else None
        if text[lines[-1].end() : paragraph.end()].strip():
            return lines[-1].end()
        asked = True
    return None


def _with_numbered_questions(text: str, answers: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the headings of answers, with the numbers before questions that have no other."""
    found: list[re.Match[str]] = []
    place, expected = 0, 1
    for answer in answers:
        for match in _NUMBERED.finditer(text, place, answer.start()):
            if match["numbers"] == str(expected) and "?" in text[match.end() : answer.start()]:
                found.append(match)
                expected += 1
        found.append(answer)
        place = answer.end()
    return found


def _unanswered(found: Sequence[Section]) -> tuple[str, ...]:
    """Return the numbers of the questions since the last answer; of that answer where none are."""
    since: list[str] = []
    for each in reversed(found):
        if each.is_answer:
            break
        since[:0] = each.numbers
    return tuple(since) or found[-1].numbers


def _numbers(words: str) -> tuple[str, ...]:
    """Return the numbers that a heading names, those of a range each."""
    found: list[str] = []
    for part in re.split(r",?\ (?:en|and|&)\ |,\ ?|(?<=\d)\ (?=\d)|/(?!m)", words):
        ends = re.split(r"\ t/m\ |\ tot en met\ |\ to\ |-", part)
        if len(ends) == 2 and all(each.isdigit() for each in ends):  # noqa: PLR2004 - a stretch has a start and an end
            found += map(str, range(int(ends[0]), min(int(ends[1]), int(ends[0]) + 99) + 1))
        elif part:
            found.append(part)
    return tuple(found)
