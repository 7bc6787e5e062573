"""One record with many statements: several documents, and parties that have abbreviations.

Some abbreviations stand in the summaries and some nowhere, as they do in a real record.
"""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from benchmarks.invented.entries import PLACES, THEMES, commitment, history
from benchmarks.invented.letter import Letter, document, fill_in_words, in_words, passage

_NUMBER = 1
_DATED = dt.date(2009, 3, 2)
_REVIEWED = _DATED + dt.timedelta(days=600)
_LETTERS = ("letter", "second-letter", "third-letter", "fourth-letter")
_ABBREVIATIONS = tuple(f"D{a}{b}" for a in "ABCDEFGH" for b in "KMR")
# Of three parties two are named by their abbreviation in the summaries that concern them.
_UNNAMED = 3
_STATEMENTS_A_REQUEST = 20
# Most stand in the first letter, so that one source is long; each fifth in one of the others.
_ELSEWHERE = 5


def record(statements: int, updates: int = 0) -> dict[str, Any]:
    """The JSON record with so many statements, and at least so many updates."""
    chance = random.Random(statements)
    letters = {id: Letter(chance) for id in _LETTERS}
    review = Letter(chance)
    for id, letter in letters.items():
        letter.heading(f"BRIEF VAN DE MINISTER VAN BUITENZAKEN: {id}")
        letter.sentence(f"Den Haag, {in_words(_DATED)}.")
    review.heading(f"Evaluatie, {in_words(_REVIEWED)}")
    requests: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    log: list[dict[str, Any]] = []
    for index in range(1, statements + 1):
        id = _letter_of(index)
        letters[id].heading(f"Onderdeel {index}")
        if index % _STATEMENTS_A_REQUEST == 1:
            requests.append(_request(index, id, letters[id]))
        statement = _statement(index, chance, letters[id], id)
        made.append(statement)
        log.extend(history(statement, index, chance, _DATED, review))
    log.extend(_more_updates(made, updates - len(log)))
    built = {
        "format": "ssrpolicy-record/1",
        "id": f"kst-90001-VII-{statements}",
        "language": "nl",
        "source": "letter",
        "title": {"nl": "Een groot dossier", "en": "A large file"},
        "documents": [
            *(document(id, "letter", id, letter, _DATED) for id, letter in letters.items()),
            document("review", "evaluation", "review", review, _REVIEWED),
        ],
        "requests": requests,
        "statements": made,
        "dispositions": [
            {
                "request": request["id"],
                "document": request["document"],
                "answer": "promised",
                "by": [request["id"].replace("request", "baken")],
            }
            for request in requests
        ],
        "updates": sorted(log, key=lambda update: str(update["date"])),
        "parties": [
            {
                "id": f"party-{number}",
                "name": {
                    "nl": f"directie {THEMES[number % len(THEMES)]} {number}",
                    "en": f"Directorate {number}",
                },
                "aliases": [abbreviation],
            }
            for number, abbreviation in enumerate(_ABBREVIATIONS)
        ],
        "places": [
            {"id": f"P{_NUMBER}-{number}", "name": {"nl": place, "en": place}}
            for number, place in enumerate(PLACES, start=1)
        ],
    }
    fill_in_words(built)
    return built


def _letter_of(index: int) -> str:
    """The letter in which a statement stands."""
    others = _LETTERS[1:]
    return _LETTERS[0] if index % _ELSEWHERE else others[index // _ELSEWHERE % len(others)]


def _request(index: int, id: str, letter: Letter) -> dict[str, Any]:
    asked = letter.sentence(f"Verzocht is de Kamer te informeren over dossier {index}-A.")
    return {
        "id": f"request-{index}",
        "document": id,
        "summary": {"nl": f"De Kamer informeren over dossier {index}-A"},
        "quotes": [passage(id, asked)],
    }


def _statement(index: int, chance: random.Random, letter: Letter, id: str) -> dict[str, Any]:
    statement = commitment(_NUMBER, index, chance, letter, _DATED, document=id)
    parties = chance.sample(range(len(_ABBREVIATIONS)), 2)
    statement["owners"] = [f"party-{number}" for number in parties]
    statement["places"] = [f"P{_NUMBER}-{statement.pop('place')}"]
    named = [_ABBREVIATIONS[number] for number in parties if number % _UNNAMED]
    if named:
        statement["summary"]["nl"] += f", door {' en '.join(named)}"
    return statement


def _more_updates(statements: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    for number in range(count):
        statement = statements[number % len(statements)]
        day = _DATED + dt.timedelta(days=300 + number // len(statements))
        yield {
            "statement": statement["id"],
            "by": statement["owners"][0],
            "date": day.isoformat(),
            "claimed": "in_progress",
            "note": {"nl": f"Stand van zaken op {in_words(day)}."},
        }
