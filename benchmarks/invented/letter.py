"""The text of an invented letter, and quotes from it."""

import datetime as dt
import hashlib
import random
from typing import Any

_LINE = 74
# A word that does not fit is cut, by chance, where at least this much goes on either line.
_LEAST_CUT = 3
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Letter:
    """A text under composition; each sentence keeps the place where it came to stand."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._parts: list[str] = []
        self._length = 0
        self._column = 0

    def heading(self, words: str) -> None:
        """Set a bare line between empty lines."""
        self._put(f"\n\n{words}\n\n" if self._length else f"{words}\n\n")
        self._column = 0

    def sentence(self, words: str) -> tuple[int, int]:
        """Set a sentence, broken into lines, and return where it starts and ends."""
        start = self._length
        for number, word in enumerate(words.split()):
            self._word(word)
            if number == 0:
                start = self._length - len(word)
        return start, self._length

    def _word(self, word: str) -> None:
        room = _LINE - self._column - 1
        if self._column == 0:
            self._put(word)
        elif len(word) <= room:
            self._put(f" {word}")
        elif self._cuts(word, room):
            head, tail = word[: room - 1], word[room - 1 :]
            self._put(f" {head}-\n{tail}")
            self._column = len(tail)
            return
        else:
            self._put(f"\n{word}")
            self._column = len(word)
            return
        self._column += len(word) + (self._column > 0)

    def _cuts(self, word: str, room: int) -> bool:
        fits = _LEAST_CUT < room < len(word) - _LEAST_CUT
        return fits and word.isalpha() and self._chance.choice((True, False))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def __len__(self) -> int:
        return self._length

    def __str__(self) -> str:
        return "".join(self._parts)


def in_words(day: dt.date) -> str:
    """A date as a letter writes it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def document(id: str, kind: str, name: str, letter: Letter, dated: dt.date) -> dict[str, Any]:
    """A document of a record, with its text."""
    text = f"{letter}\n"
    return {
        "id": id,
        "kind": kind,
        "date": dated.isoformat(),
        "file": f"sources/{name}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
    }


def passage(document: str, span: tuple[int, int]) -> dict[str, Any]:
    """A quote by its position; the words are filled in when the text is complete."""
    position = {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
    return {"document": document, "selector": [position]}


def fill_in_words(record: dict[str, Any]) -> None:
    """Give each passage the words that stand at its position, now that the texts are complete."""
    texts = {document["id"]: document["text"] for document in record["documents"]}
    for group in ("requests", "statements", "updates"):
        for entry in record[group]:
            for passage in entry.get("quotes", ()):
                place = passage["selector"][0]
                words = texts[passage["document"]][place["start"] : place["end"]]
                passage["selector"].insert(0, {"type": "TextQuoteSelector", "exact": words})
