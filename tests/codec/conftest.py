"""A small record on disk and in JSON, for tests to change in one place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ssrpolicy import codec
from ssrpolicy.codec import Reading

RECORD = """\
format = "ssrpolicy-record/1"
id = "kst-32123-X-124"
language = "nl"
source = "letter"

[[documents]]
id = "letter"
kind = "letter"
number = "kst-32123-X-124"
date = 2010-04-29
file = "sources/letter.txt"
sha256 = "SHA256"

[[statements]]
id = "african-union"
kind = "commitment"
summary = "Nederland steunt waar mogelijk het SSR-beleid van de Afrikaanse Unie."
firmness = "conditional"
course = "continuous"
cue = "zal dit proces waar mogelijk"
owners = ["nl"]
quotes = ["en zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen"]

[[statements]]
id = "bzk-ceiling"
kind = "commitment"
summary = { nl = "Hoogstens 100 uitzendingen per jaar.", en = "At most 100 a year." }
firmness = "aspirational"
course = "recurring"
cue = "streeft"
owners = ["nl-bzk"]
quotes = [
  "om maximaal 100 personen per jaar uit te kunnen zenden",  # a ceiling
  "streeft het ministerie van Binnenlandse Zaken en Koninkrijksrelaties (BZK)",
]
[[statements.quantities]]
at_most = 100
unit = "person"
per = "year"

[[updates]]
statement = "african-union"
date = 2011-03-01
by = "nl-bz"
claimed = "in_progress"
"""
SHA256 = "dcf79a86a227a976517b76e55f1d5e7b10acf494cec31ba76235162f2a4bdbd0"


@pytest.fixture
def source(letter: Path) -> bytes:
    """The bytes of the letter."""
    return (letter / "sources" / "kst-32123-X-124.txt").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, source: bytes) -> Callable[..., Path]:
    """A function that writes the small record, with one text put in the place of another."""

    def write(old: str = "", new: str = "") -> Path:
        text = RECORD.replace("SHA256", SHA256)
        assert old in text
        path = tmp_path / "record"
        (path / "sources").mkdir(parents=True, exist_ok=True)
        (path / "record.toml").write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
        (path / "sources" / "letter.txt").write_bytes(source)
        return path

    return write


def shown_lines(reading: Reading) -> list[tuple[str, str]]:
    """The codes of the findings, each with the line of the file on which it was placed."""
    lines = ["", *reading.file.read_text("utf-8").splitlines()]
    return [(f.code, lines[f.location.line or 0]) for f in reading.findings]


@pytest.fixture
def told(folder: Callable[..., Path]) -> Callable[..., list[tuple[str, str]]]:
    """A function that gives the codes and lines found in the small record with one change."""

    def read(old: str, new: str) -> list[tuple[str, str]]:
        return shown_lines(codec.read(folder(old, new)))

    return read


@pytest.fixture
def data(folder: Callable[..., Path]) -> dict[str, Any]:
    """The small record as the data of a JSON object."""
    record = codec.read(folder()).record
    assert record is not None
    found: dict[str, Any] = json.loads(codec.dumps(record))
    return found


@pytest.fixture
def reread() -> Callable[[Any], Reading]:
    """A function that reads data as a JSON file of that name would be read."""

    def read(data: Any) -> Reading:
        return codec.read_json(json.dumps(data).encode(), Path("record.json"))

    return read
