"""A portfolio of invented letters, the same in every run: JSON records of 20 commitments each.

Every record has a source text of its own of about 9 kB, broken into lines as a publisher does it,
with owners, places, dates and a history of its own, so that nothing measured can be shared between
records by chance.
"""

import datetime as dt
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

COMMITMENTS = 20
"""How many commitments each record has."""

_LINE = 74
# A word that does not fit is cut, by chance, where at least this much goes on either line.
_LEAST_CUT = 3
_TEXT_LENGTH = 9_000
_THEMES = (
    "politietraining", "grensbewaking", "rechtspleging", "gevangeniswezen", "defensiehervorming",
    "parlementaire controle", "wapenbeheersing", "mensenrechtentoezicht", "inlichtingentoezicht",
    "bemiddelingscapaciteit",
)  # fmt: skip
_PLACES = ("Noorderland", "Zuiderveen", "Oosterdelta", "Westermark", "Middenkaap")
_MINISTRIES = ("Buitenzaken", "Landsverdediging", "Rechtszekerheid", "Binnenbestuur")
_FILLERS = (
    "De samenwerking met de partnerlanden op het gebied van {theme} verloopt langs vaste lijnen.",
    "Over de voortgang van de {theme} wordt met de betrokken organisaties gesproken.",
    "De verantwoordelijkheid voor de {theme} berust in beginsel bij het ontvangende land.",
    "Een geïntegreerde benadering van de {theme} blijft daarbij het uitgangspunt.",
)
# A sentence, the words that decide its firmness, and that firmness. Each sentence names its
# programme, so that it stands in its letter once.
_PROMISES = (
    (
        (
            "Het ministerie van {ministry} zal het programma {programme} voor {theme} in {place}"
            " tot en met {date} ondersteunen met ten hoogste {number} functionarissen per jaar."
        ),
        "zal het programma",
        "firm",
    ),
    (
        (
            "Mits de vraag in {place} dat rechtvaardigt, draagt {ministry} vóór {date} met {number}"
            " deskundigen bij aan de {theme} binnen het programma {programme}."
        ),
        "Mits de vraag",
        "conditional",
    ),
    (
        (
            "{ministry} streeft ernaar om uiterlijk op {date} in {place} {number} opleiders voor"
            " {theme} te laten deelnemen aan het programma {programme}."
        ),
        "streeft ernaar",
        "aspirational",
    ),
    (
        (
            "Voor {place} onderzoekt {ministry} tot {date} of het programma {programme} voor"
            " {theme} met {number} waarnemers kan worden uitgebreid."
        ),
        "onderzoekt",
        "exploratory",
    ),
)
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_CLAIMS = ("open", "in_progress", "partly_fulfilled", "fulfilled", "not_pursued")


class _Letter:
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


def records(count: int) -> Iterator[dict[str, Any]]:
    """The JSON records of a portfolio of `count` letters."""
    for number in range(1, count + 1):
        yield _record(number)


def write(path: Path, count: int) -> None:
    """Write a portfolio of `count` records as one JSON file, a record at a time."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"format": "ssrpolicy-records/1", "records": [\n')
        for number, record in enumerate(records(count)):
            file.write(",\n" if number else "")
            json.dump(record, file, ensure_ascii=False)
        file.write("\n]}\n")


def _record(number: int) -> dict[str, Any]:
    # Seeded by the record's own number, so that a larger portfolio begins with the smaller one.
    chance = random.Random(number)
    name = f"kst-9{number:04}-VII-{chance.randrange(1, 200)}"
    dated = dt.date(2008, 1, 1) + dt.timedelta(days=chance.randrange(900))
    owners = [f"min-{number}-{index}" for index in range(1, len(_MINISTRIES) + 1)]
    places = [f"P{number}-{index}" for index in range(1, len(_PLACES) + 1)]
    letter, review = _Letter(chance), _Letter(chance)
    letter.heading(f"BRIEF VAN DE MINISTER VAN BUITENZAKEN, nr. {number}")
    letter.sentence(f"Den Haag, {_in_words(dated)}.")
    asked = letter.sentence(
        f"In deze brief ga ik in op het verzoek van de Kamer over het dossier {number}-A."
    )
    answered = letter.sentence(
        f"De regering meent dat uitbreiding van het dossier {number}-A niet noodzakelijk is."
    )
    reviewed = dated + dt.timedelta(days=600)
    review.heading(f"Evaluatie {number}, {_in_words(reviewed)}")

    statements: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    position = _passage("letter", answered)
    for index in range(1, COMMITMENTS + 1):
        letter.heading(f"Onderdeel {index}")
        statement = _commitment(number, index, chance, letter, dated)
        statement["owners"] = chance.sample(owners, chance.randrange(1, 3))
        statement["places"] = [f"P{number}-{statement.pop('place')}"]
        statements.append(statement)
        updates.extend(_history(statement, index, chance, dated, review))
        while len(letter) < _TEXT_LENGTH * index // COMMITMENTS:
            letter.sentence(chance.choice(_FILLERS).format(theme=chance.choice(_THEMES)))
    updates.sort(key=lambda update: str(update["date"]))

    texts = {"letter": f"{letter}\n", "review": f"{review}\n"}
    record = {
        "format": "ssrpolicy-record/1",
        "id": name,
        "language": "nl",
        "source": "letter",
        "title": {"nl": f"Dossier {number}", "en": f"File {number}"},
        "documents": [
            {
                "id": "letter",
                "kind": "letter",
                "number": name,
                "date": dated.isoformat(),
                "authors": owners[:1],
                "file": f"sources/{name}.txt",
                "sha256": hashlib.sha256(texts["letter"].encode()).hexdigest(),
                "text": texts["letter"],
            },
            {
                "id": "review",
                "kind": "evaluation",
                "title": {"nl": f"Evaluatie van dossier {number}"},
                "date": reviewed.isoformat(),
                "file": f"sources/{name}-review.txt",
                "sha256": hashlib.sha256(texts["review"].encode()).hexdigest(),
                "text": texts["review"],
            },
        ],
        "requests": [
            {
                "id": "be-informed",
                "document": "letter",
                "summary": {"nl": f"De Kamer informeren over dossier {number}-A"},
                "quotes": [_passage("letter", asked)],
            }
        ],
        "statements": [
            {
                "id": "no-expansion",
                "kind": "position",
                "summary": {"nl": f"Uitbreiding van dossier {number}-A is niet nodig"},
                "quotes": [position],
            },
            *statements,
        ],
        "dispositions": [
            {
                "request": "be-informed",
                "document": "letter",
                "answer": "answered_here",
                "by": ["no-expansion"],
            }
        ],
        "updates": updates,
        "parties": [
            {
                "id": owner,
                "name": {"nl": f"{ministry} {number}", "en": f"Ministry {ministry} {number}"},
            }
            for owner, ministry in zip(owners, _MINISTRIES, strict=True)
        ],
        "places": [
            {"id": place, "name": {"nl": f"{land} {number}", "en": f"{land} {number}"}}
            for place, land in zip(places, _PLACES, strict=True)
        ],
    }
    _fill_in_words(record, texts)
    return record


def _commitment(
    number: int, index: int, chance: random.Random, letter: _Letter, dated: dt.date
) -> dict[str, Any]:
    sentence, cue, firmness = chance.choice(_PROMISES)
    place = chance.randrange(len(_PLACES))
    due = dated + dt.timedelta(days=chance.randrange(60, 1_400))
    amount = chance.randrange(5, 400)
    phrase = _in_words(due)
    programme = f"Baken-{number}-{index}"
    theme = chance.choice(_THEMES)
    span = letter.sentence(
        sentence.format(
            ministry=chance.choice(_MINISTRIES),
            programme=programme,
            theme=theme,
            place=_PLACES[place],
            date=phrase,
            number=amount,
        )
    )
    bound = "at_most" if "ten hoogste" in sentence else "exactly"
    return {
        "id": f"baken-{index}",
        "kind": "commitment",
        "summary": {
            "nl": f"{theme.capitalize()} in {_PLACES[place]} ondersteunen ({programme})",
            "en": f"Support {programme} in {_PLACES[place]}",
        },
        "firmness": firmness,
        "course": "once",
        "cue": cue,
        "place": place + 1,
        "quantities": [{bound: amount, "unit": "person"}],
        "timeframe": {"phrase": phrase, "date": due.isoformat()},
        "quotes": [_passage("letter", span)],
    }


def _history(
    statement: dict[str, Any], index: int, chance: random.Random, dated: dt.date, review: _Letter
) -> Iterator[dict[str, Any]]:
    day = dated + dt.timedelta(days=chance.randrange(30, 300))
    by = statement["owners"][0]
    about = {"statement": statement["id"], "by": by}
    yield about | {
        "date": day.isoformat(),
        "claimed": "in_progress",
        "note": {"nl": f"Onderdeel {index} is in uitvoering genomen."},
    }
    if index % 3 == 0:
        moved = dt.date.fromisoformat(statement["timeframe"]["date"]) + dt.timedelta(days=180)
        yield about | {
            "date": (day + dt.timedelta(days=60)).isoformat(),
            "timeframe": {"phrase": f"uiterlijk {_in_words(moved)}", "date": moved.isoformat()},
        }
    if index % 2 == 0:
        yield about | {
            "date": (day + dt.timedelta(days=200)).isoformat(),
            "claimed": chance.choice(_CLAIMS),
        }
    if index % 4 == 0:
        span = review.sentence(f"Onderdeel {index} is volgens de bevindingen deels uitgevoerd.")
        yield about | {
            "date": (dated + dt.timedelta(days=600)).isoformat(),
            "evidence": "partly_supports",
            "document": "review",
            "quotes": [_passage("review", span)],
        }


def _in_words(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _passage(document: str, span: tuple[int, int]) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
    return {"document": document, "selector": [position]}


def _fill_in_words(record: dict[str, Any], texts: dict[str, str]) -> None:
    """Give each passage the words that stand at its position, now that the texts are complete."""
    for group in ("requests", "statements", "updates"):
        for entry in record[group]:
            for passage in entry.get("quotes", ()):
                place = passage["selector"][0]
                words = texts[passage["document"]][place["start"] : place["end"]]
                passage["selector"].insert(0, {"type": "TextQuoteSelector", "exact": words})
