"""Records are written as JSON that stands alone, whole or not at all."""

import datetime as dt
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

from spoiled import spoiled
from ssrpolicy import codec
from ssrpolicy.errors import OutputError
from ssrpolicy.model import LocalText, PolicyRecord, RecordInvalidError
from ssrpolicy.unseen import unseen_in


@pytest.fixture
def record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    found = codec.read(letter).record
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7"])
def test_a_record_is_read_back_as_it_was(fixtures: Path, tmp_path: Path, name: str) -> None:
    """What is dumped is loaded as an equal record with the same digest and the same findings."""
    written = codec.read(fixtures / "records" / name)
    record = written.record
    assert record is not None
    codec.dump_json(record, tmp_path / "record.json")
    reading = codec.read(tmp_path / "record.json")

    assert [f.code for f in reading.findings] == [f.code for f in written.findings]
    assert reading.record == record
    assert codec.digest(reading.records[0]) == codec.digest(record)


def test_a_quote_has_the_selectors_of_web_annotation(record: PolicyRecord) -> None:
    """A quote is a TextQuoteSelector as recorded, and a TextPositionSelector in the text."""
    data = codec.unstructure(record)
    (quote, *_) = data["statements"][0]["quotes"]
    exact, position = quote["selector"]
    text = data["documents"][0]["text"]
    found = text[position["start"] : position["end"]]

    assert list(quote)[:2] == ["document", "selector"]
    assert exact["type"] == "TextQuoteSelector"
    assert exact["exact"] == record.statements[0].quotes[0].quote
    assert position["type"] == "TextPositionSelector"
    assert found.split()[0] == exact["exact"].split()[0]


def test_what_is_not_known_is_absent(record: PolicyRecord) -> None:
    """No key stands for nothing: neither null nor an empty list."""

    def empty(value: Any) -> bool:
        if isinstance(value, dict):
            return any(empty(each) for each in value.values())
        if isinstance(value, list):
            return not value or any(empty(each) for each in value)
        return value is None

    assert not empty(codec.unstructure(record))


def test_one_record_is_the_root_and_several_are_a_portfolio(record: PolicyRecord) -> None:
    """The format says whether a file holds a record, or records."""
    one = json.loads(codec.dumps([record]))
    two = json.loads(codec.dumps([record, attrs.evolve(record, id="other")]))

    assert one["format"] == "ssrpolicy-record/1"
    assert two["format"] == "ssrpolicy-records/1"
    assert [each["id"] for each in two["records"]] == ["kst-32123-X-124", "other"]


def test_the_digest_is_of_what_is_recorded_alone(record: PolicyRecord) -> None:
    """The digest is a SHA-256 that an update changes and a derived member does not."""
    changed = record.with_update(
        "african-union", date=dt.date(2011, 3, 1), by="nl-bz", claimed="in_progress"
    )

    assert len(codec.digest(record)) == 64
    assert codec.digest(record) == codec.digest(attrs.evolve(record))
    assert codec.digest(changed) != codec.digest(record)


def test_a_value_of_a_wrong_type_is_not_written(record: PolicyRecord, tmp_path: Path) -> None:
    """A record whose values are not what its classes say is refused before a file is touched."""
    (first, *others) = record.statements
    wrong = attrs.evolve(record, statements=(spoiled(first, owners=["nl"]), *others))

    with pytest.raises(RecordInvalidError) as caught:
        codec.dump_json(wrong, tmp_path / "record.json")
    (finding,) = caught.value.findings
    assert finding.location.path == ("statements", 0, "owners")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_or_device_is_no_target(record: PolicyRecord, tmp_path: Path) -> None:
    """What is not an ordinary file is never replaced."""
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path, tmp_path / "pipe", tmp_path / "niets" / "record.json"):
        with pytest.raises(OutputError):
            codec.dump_json(record, target)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.heavy
def test_a_full_disk_leaves_what_was_there(letter: Path, tmp_path: Path) -> None:
    """When the disk is full in the middle of writing, the old file stays, alone."""
    target = tmp_path / "record.json"
    target.write_text("what was there")
    code = (
        "import sys, signal, resource; from ssrpolicy import codec, errors\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "record = codec.read(sys.argv[1]).record\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))\n"
        "try: codec.dump_json(record, sys.argv[2])\n"
        "except errors.OutputError as error: print(error)"
    )
    command = [sys.executable, "-B", "-c", code, str(letter), str(target)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "cannot be written: File too large." in result.stdout
    assert target.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [target]


def test_what_acts_unseen_is_written_as_its_code() -> None:
    """Nobody who opens the file is misled, and the text that is read back is the same."""
    for text in ("af\u202e en \u200b klaar", "twee\nregels\u2067", "\U000e0041", "👩🏽\u200d🚒"):
        written = codec.string(text)

        assert tomllib.loads(f"text = {written}")["text"] == text
        assert not unseen_in(written)


@pytest.mark.parametrize("indent", [None, 1, 2])
def test_json_has_the_code_of_what_acts_unseen(record: PolicyRecord, indent: int | None) -> None:
    """An editor shows the file as it is; read again, the text is the same."""
    title = "Op \u202eegnirb\u202c weg\\\u2066, \U000e0041 en \u200e\u2028 dan"
    text = codec.dumps(attrs.evolve(record, title=LocalText(nl=title)), indent=indent)

    assert json.loads(text)["title"]["nl"] == title
    assert not unseen_in(text)
    assert "Op \\u202eegnirb\\u202c weg" in text
