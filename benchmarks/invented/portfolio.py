"""A portfolio of invented letters, the same in every run: JSON records of 20 commitments each.

Every record has a source text of its own of about 9 kB, broken into lines as a publisher does it,
with owners, places, dates and a history of its own, so that nothing measured can be shared between
records by chance.
"""

import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.invented.entries import MINISTRIES, PLACES, THEMES, commitment, history
from benchmarks.invented.letter import Letter, document, fill_in_words, in_words, passage

COMMITMENTS = 20
"""How many commitments each record has."""

_TEXT_LENGTH = 9_000
_DOSSIERS = 10_000  # numbers of dossiers have five digits
_FILLERS = (
    "De samenwerking met de partnerlanden op het gebied van {theme} verloopt langs vaste lijnen.",
    "Over de voortgang van de {theme} wordt met de betrokken organisaties gesproken.",
    "De verantwoordelijkheid voor de {theme} berust in beginsel bij het ontvangende land.",
    "Een geïntegreerde benadering van de {theme} blijft daarbij het uitgangspunt.",
)


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
    dossier = 90_000 + number if number < _DOSSIERS else 90_000 - _DOSSIERS + number % _DOSSIERS
    name = f"kst-{dossier}-VII-{chance.randrange(1, 200)}"
    dated = dt.date(2008, 1, 1) + dt.timedelta(days=chance.randrange(900))
    owners = [f"min-{number}-{index}" for index in range(1, len(MINISTRIES) + 1)]
    places = [f"P{number}-{index}" for index in range(1, len(PLACES) + 1)]
    letter, review = Letter(chance), Letter(chance)
    letter.heading(f"BRIEF VAN DE MINISTER VAN BUITENZAKEN, nr. {number}")
    letter.sentence(f"Den Haag, {in_words(dated)}.")
    asked = letter.sentence(
        f"In deze brief ga ik in op het verzoek van de Kamer over het dossier {number}-A."
    )
    answered = letter.sentence(
        f"De regering meent dat uitbreiding van het dossier {number}-A niet noodzakelijk is."
    )
    reviewed = dated + dt.timedelta(days=600)
    review.heading(f"Evaluatie {number}, {in_words(reviewed)}")

    statements: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    position = passage("letter", answered)
    for index in range(1, COMMITMENTS + 1):
        letter.heading(f"Onderdeel {index}")
        statement = commitment(number, index, chance, letter, dated)
        statement["owners"] = chance.sample(owners, chance.randrange(1, 3))
        statement["places"] = [f"P{number}-{statement.pop('place')}"]
        statements.append(statement)
        updates.extend(history(statement, index, chance, dated, review))
        while len(letter) < _TEXT_LENGTH * index // COMMITMENTS:
            letter.sentence(chance.choice(_FILLERS).format(theme=chance.choice(THEMES)))
    updates.sort(key=lambda update: str(update["date"]))

    record = {
        "format": "ssrpolicy-record/1",
        "id": name,
        "language": "nl",
        "source": "letter",
        "title": {"nl": f"Dossier {number}", "en": f"File {number}"},
        "documents": [
            document("letter", "letter", name, letter, dated)
            | {"number": name, "authors": owners[:1]},
            document("review", "evaluation", f"{name}-review", review, reviewed)
            | {"title": {"nl": f"Evaluatie van dossier {number}"}},
        ],
        "requests": [
            {
                "id": "be-informed",
                "document": "letter",
                "summary": {"nl": f"De Kamer informeren over dossier {number}-A"},
                "quotes": [passage("letter", asked)],
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
            for owner, ministry in zip(owners, MINISTRIES, strict=True)
        ],
        "places": [
            {"id": place, "name": {"nl": f"{land} {number}", "en": f"{land} {number}"}}
            for place, land in zip(places, PLACES, strict=True)
        ],
    }
    fill_in_words(record)
    return record
