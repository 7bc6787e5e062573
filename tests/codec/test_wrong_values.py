"""What is wrong in a record has its line, and costs nothing that is sound."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from ssrpolicy import check, codec
from ssrpolicy.model import Finding, Location, Severity

Folder: TypeAlias = Callable[..., Path]
Told: TypeAlias = Callable[..., list[tuple[str, str]]]


def test_sound_entries_are_kept_where_others_are_not(folder: Folder) -> None:
    """What can be read is there for the rules, and their findings have the lines of the file."""
    reading = codec.read(folder('firmness = "conditional"', "firmness = 1"))
    (record,) = reading.records
    remark = Finding(
        code="cue-not-quoted",
        severity=Severity.ERROR,
        subject="kst-32123-X-124#bzk-ceiling",
        message="The cue stands in no quote.",
        location=Location(path=("statements", 0, "cue")),
    )

    assert [statement.id for statement in record.statements] == ["bzk-ceiling"]
    (placed,) = reading.place([remark], record)
    lines = reading.file.read_text("utf-8").splitlines()
    assert lines[(placed.location.line or 0) - 1] == 'cue = "streeft"'


def test_a_text_cannot_stand_in_the_file_of_the_record(told: Told) -> None:
    """A document's text is in its own file; the key text is of JSON only."""
    assert told('file = "sources/letter.txt"', 'text = "Nr. 124"')[0] == (
        "key-unknown",
        'text = "Nr. 124"',
    )


_AMOUNTS = ("nan", "-inf", "1e999999999999", f"0x{'f' * 6_000}", f"1.{'0' * 40}1", "1_000e12")


@pytest.mark.parametrize("amount", _AMOUNTS, ids=lambda amount: amount[:12])
def test_an_absurd_number_is_refused(told: Told, amount: str) -> None:
    """What is not a number, is out of range or has too many digits is not an amount."""
    found = told("at_most = 100", f"at_most = {amount}")

    assert found == [("value-invalid", f"at_most = {amount}")]


@pytest.mark.parametrize(
    "code, old, new",
    [
        ("type-wrong", "date = 2010-04-29", "date = 2010-04-29T00:00:00"),
        ("type-wrong", "at_most = 100", "at_most = true"),
        ("type-wrong", "at_most = 100", 'at_most = "100"'),
        ("value-invalid", 'number = "kst-32123-X-124"', 'number = "32123-X-124"'),
        ("value-unknown", 'language = "nl"', 'language = "fr"'),
        ("type-wrong", 'language = "nl"', 'language = ["nl"]'),
        ("value-unknown", 'claimed = "in_progress"', 'claimed = "in progress"'),
        ("type-wrong", "[[updates]]", "[updates]"),
        ("type-wrong", 'owners = ["nl"]', "owners = [1]"),
        ("value-invalid", 'owners = ["nl"]', 'owners = ["nl", "nl"]'),
        ("value-invalid", 'sha256 = "dcf7', 'sha256 = "DCF7'),
    ],
)
def test_a_wrong_value_has_its_line(told: Told, code: str, old: str, new: str) -> None:
    """A wrong type, an unknown word, a value that cannot be: each is found on its own line."""
    ((found, line),) = told(old, new)

    assert found == code
    assert line.startswith(new)


def test_an_update_that_says_nothing_has_the_line_of_its_entry(told: Told) -> None:
    """What is wrong with an entry as a whole is reported at its head."""
    assert told('claimed = "in_progress"', "") == [("value-invalid", "[[updates]]")]


@pytest.mark.parametrize(
    "old, new, hint",
    [
        ("date = 2010-04-29", 'date = "29 april 2010"', "Write the date as 2010-04-29,"),
        ("date = 2010-04-29", "date = 20100429", "Write the date as 2010-04-29,"),
        ("date = 2010-04-29", "date = 2010-04-29T08:00:00", "Write the date as 2010-04-29,"),
        ('per = "year"', "per = 1", "Put it between quotation marks."),
        ('by = "nl-bz"', 'by = ["nl-bz"]', "Leave out the square brackets."),
        ('id = "letter"\n', 'id = "Brief 1"\n', "Did you mean brief-1?"),
        ('id = "kst-32123-X-124"', 'id = "Brief 1"', "Did you mean Brief-1?"),
        ('statement = "african-union"', 'statement = "x#african-union"', "Did you mean african-"),
        ("[[updates]]", "[[commitments]]", 'They stand in statements, each with kind "com'),
        ("[[updates]]", "[[motions]]", 'They stand in documents, each with kind "motion".'),
        ('quotes = ["en zal', 'timeframe = "nu"\nquotes = ["en zal', "It has keys of its own: phr"),
        (
            'quotes = ["en zal',
            'timeframe = { phrase = "nu", date = 2011 }\nquotes = ["en zal',
            'Write "2011".',
        ),
    ],
)
def test_a_wrong_value_comes_with_what_would_work(
    folder: Folder, old: str, new: str, hint: str
) -> None:
    """The day that was meant, the id in a full one, the list in which such entries stand."""
    found = codec.read(folder(old, new)).findings[0]

    assert (found.hint or "").startswith(hint)


_MORE = """
[[parties]]
id = "nl-port"
name = "Port authority"

[[documents]]
id = "motion"
kind = "motion"
date = 2010-03-01
outcome = "adopted"
facts_from = [{ facts = ["outcome"], name = "Proceedings" }]

[[requests]]
id = "support"
document = "motion"
summary = "Steun de Afrikaanse Unie."

[[dispositions]]
request = "support"
document = "letter"
answer = "promised"
by = ["african-union"]
"""


@pytest.mark.parametrize(
    "old, new",
    [
        ('facts = ["outcome"]', 'facts = "outcome"'),
        ("facts_from", "facts_form"),
        ('outcome = "adopted"', 'outcome = "agreed"'),
        ('firmness = "conditional"', 'firmness = "hard"'),
        ('course = "continuous"', ""),
        ('kind = "motion"', 'kind = "motie"'),
        ('name = "Port authority"', "name = 1"),
        ('statement = "african-union"', "statement = 1"),
    ],
)
def test_what_could_not_be_read_is_not_told_as_absent(folder: Folder, old: str, new: str) -> None:
    """The one mistake is named, and not what seems to follow from it."""
    owners = 'owners = ["nl"]', 'owners = ["nl", "nl-port"]'
    sound = folder("[[updates]]", f"{_MORE}\n[[updates]]")
    text = (sound / "record.toml").read_text("utf-8").replace(*owners)
    (sound / "record.toml").write_text(text, "utf-8")
    before = {finding.code for finding in check(sound)}

    (sound / "record.toml").write_text(text.replace(old, new), "utf-8")
    found = [finding for finding in check(sound) if finding.code not in before]

    assert len(found) == 1, found
