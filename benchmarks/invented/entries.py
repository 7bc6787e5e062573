"""Invented commitments, each a sentence of its letter, and what became of them."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from benchmarks.invented.letter import Letter, in_words, passage

THEMES = (
    "politietraining", "grensbewaking", "rechtspleging", "gevangeniswezen", "defensiehervorming",
    "parlementaire controle", "wapenbeheersing", "mensenrechtentoezicht", "inlichtingentoezicht",
    "bemiddelingscapaciteit",
)  # fmt: skip
PLACES = ("Noorderland", "Zuiderveen", "Oosterdelta", "Westermark", "Middenkaap")
MINISTRIES = ("Buitenzaken", "Landsverdediging", "Rechtszekerheid", "Binnenbestuur")
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
_CLAIMS = ("open", "in_progress", "partly_fulfilled", "fulfilled", "not_pursued")


def commitment(
    number: int,
    index: int,
    chance: random.Random,
    letter: Letter,
    dated: dt.date,
    *,
    document: str = "letter",
) -> dict[str, Any]:
    """A commitment of record ``number``, made in a sentence that is added to its letter."""
    sentence, cue, firmness = chance.choice(_PROMISES)
    place = chance.randrange(len(PLACES))
    due = dated + dt.timedelta(days=chance.randrange(60, 1_400))
    amount = chance.randrange(5, 400)
    phrase = in_words(due)
    programme = f"Baken-{number}-{index}"
    theme = chance.choice(THEMES)
    span = letter.sentence(
        sentence.format(
            ministry=chance.choice(MINISTRIES),
            programme=programme,
            theme=theme,
            place=PLACES[place],
            date=phrase,
            number=amount,
        )
    )
    bound = "at_most" if "ten hoogste" in sentence else "exactly"
    return {
        "id": f"baken-{index}",
        "kind": "commitment",
        "summary": {
            "nl": f"{theme.capitalize()} in {PLACES[place]} ondersteunen ({programme})",
            "en": f"Support {programme} in {PLACES[place]}",
        },
        "firmness": firmness,
        "course": "once",
        "cue": cue,
        "place": place + 1,
        "quantities": [{bound: amount, "unit": "person"}],
        "timeframe": {"phrase": phrase, "date": due.isoformat()},
        "quotes": [passage(document, span)],
    }


def history(
    statement: dict[str, Any], index: int, chance: random.Random, dated: dt.date, review: Letter
) -> Iterator[dict[str, Any]]:
    """Yield the updates of a commitment; the evidence of some is quoted from the review."""
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
            "timeframe": {"phrase": f"uiterlijk {in_words(moved)}", "date": moved.isoformat()},
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
            "quotes": [passage("review", span)],
        }
