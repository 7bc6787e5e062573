"""A record is read from TOML as written, and all that is wrong with it is found at once."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import attrs
import pytest

from ssrpolicy import codec
from ssrpolicy.codec import Reading
from ssrpolicy.model import (
    ClaimedStatus,
    Commitment,
    EdtfDate,
    FactsFrom,
    Finding,
    LocalText,
    Location,
    Passage,
    PolicyRecord,
    Quantity,
    Severity,
)

Folder: TypeAlias = Callable[..., Path]
Told: TypeAlias = Callable[..., list[tuple[str, str]]]


def the_record(reading: Reading) -> PolicyRecord:
    """The only record that was read, in which nothing is wrong."""
    assert reading.findings == ()
    assert reading.record is not None
    return reading.record


def test_a_plain_string_is_in_the_language_of_the_record(folder: Folder) -> None:
    """A summary without a language is Dutch in a Dutch record, and English in an English one."""
    summary = "Nederland steunt waar mogelijk het SSR-beleid van de Afrikaanse Unie."
    dutch = the_record(codec.read(folder()))
    english = the_record(codec.read(folder('language = "nl"', 'language = "en"')))

    assert dutch.statement("african-union").summary == LocalText(nl=summary)
    assert english.statement("african-union").summary == LocalText(en=summary)


def test_a_plain_quote_is_from_the_source_of_the_record(folder: Folder) -> None:
    """A quote that names no document is from the record's source."""
    record = the_record(codec.read(folder()))

    assert record.statement("african-union").quotes == (
        Passage(
            document="letter",
            quote="en zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen",
        ),
    )


def test_a_plain_quote_of_an_update_is_from_its_own_document(folder: Folder) -> None:
    """A quote in an update is from the document that the update names."""
    path = folder('claimed = "in_progress"', 'note = "n"\ndocument = "motion"\nquotes = ["w"]')
    (update,) = the_record(codec.read(path)).updates

    assert update.quotes == (Passage(document="motion", quote="w"),)


def test_dates_numbers_and_values_have_their_types(folder: Folder) -> None:
    """A TOML date is a date, a number a Decimal, a vocabulary's word its member."""
    record = the_record(codec.read(folder()))
    ceiling = record["bzk-ceiling"]

    assert record.document("letter").date == dt.date(2010, 4, 29)
    assert isinstance(ceiling, Commitment)
    assert ceiling.quantities == (Quantity(at_most=Decimal(100), unit="person", per="year"),)
    assert record.updates[0].claimed is ClaimedStatus.IN_PROGRESS


def test_the_place_that_a_fact_comes_from_has_a_name_and_an_address(folder: Folder) -> None:
    """What is wrong in it has its place in the file; an address may be missing."""
    given = 'facts_from = [{ facts = ["date"], name = "Staatscourant", url = "https://x.nl/1" }]'
    document = the_record(codec.read(folder("date = 2010-04-29", f"date = 2010-04-29\n{given}")))
    wrong = 'facts_from = [{ facts = [], name = "Staatscourant" }]'
    (finding,) = codec.read(folder("date = 2010-04-29", f"date = 2010-04-29\n{wrong}")).findings

    assert document.source_document.facts_from == (
        FactsFrom(facts=("date",), name="Staatscourant", url="https://x.nl/1"),
    )
    assert finding.code == "value-invalid"
    assert "names no field" in finding.message


@pytest.mark.parametrize("written", ["2011-06-30", '"2011-06-30"'])
def test_a_term_takes_a_date_or_a_text(folder: Folder, written: str) -> None:
    """The date of a term may be a TOML date or an EDTF text."""
    path = folder('owners = ["nl"]', f'timeframe = {{ phrase = "medio 2011", date = {written} }}')
    timeframe = the_record(codec.read(path)).statement("african-union").timeframe

    assert timeframe is not None
    assert timeframe.date == EdtfDate("2011-06-30")


@pytest.mark.parametrize(
    "written, meant",
    [
        ("2023-Q3", "2023-07/2023-09"),
        ("derde kwartaal 2023", "2023-07/2023-09"),
        ("H1 2023", "2023-01/2023-06"),
        ("30-11-2010", "2010-11-30"),
        ("volgend jaar", None),
    ],
)
def test_a_term_that_is_not_in_edtf_is_refused_with_the_way_to_write_it(
    folder: Folder, written: str, meant: str | None
) -> None:
    """The file stays EDTF; what was meant is named where it can be known."""
    path = folder('owners = ["nl"]', f'timeframe = {{ phrase = "medio 2011", date = "{written}" }}')
    (finding,) = codec.read(path).findings

    assert finding.code == "value-invalid"
    assert finding.hint == (None if meant is None else f'Write "{meant}".')


def test_windows_line_ends_make_no_difference(folder: Folder) -> None:
    """A file with CRLF is the same record."""
    plain = the_record(codec.read(folder()))
    path = folder() / "record.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert the_record(codec.read(path)) == plain


def test_everything_wrong_is_told_in_one_pass(folder: Folder) -> None:
    """Mistakes in one entry hide neither those in another nor each other."""
    path = folder('firmness = "conditional"', 'firmness = "conditionel"\nowner = "nl"\ndoubt = 3')
    text = (path / "record.toml").read_text("utf-8")
    text = text.replace("date = 2011-03-01", 'date = "1 maart"').replace("at_most", "atmost")
    (path / "record.toml").write_text(text, encoding="utf-8")
    lines = text.splitlines()

    reading = codec.read(path)

    assert [(f.code, lines[(f.location.line or 0) - 1]) for f in reading.findings] == [
        ("key-unknown", 'owner = "nl"'),
        ("type-wrong", "doubt = 3"),
        ("value-unknown", 'firmness = "conditionel"'),
        ("key-unknown", "atmost = 100"),
        ("type-wrong", 'date = "1 maart"'),
    ]


def test_an_optional_value_that_is_wrong_costs_only_itself(folder: Folder) -> None:
    """An entry with an unknown key or a wrong optional value is kept without it."""
    (record,) = codec.read(folder('owners = ["nl"]', "partners = 7\nplace = 1")).records

    assert record.statement("african-union").partners == ()


def test_what_cannot_be_read_is_not_called_absent(folder: Folder) -> None:
    """A reference to an entry that is there and cannot be read is not said to lead nowhere."""
    reading = codec.read(folder('firmness = "conditional"', "firmness = 1"))
    remark = Finding(
        code="reference-dangling",
        severity=Severity.ERROR,
        subject="kst-32123-X-124",
        message="There is no african-union.",
        location=Location(path=("updates", 0, "statement")),
        needs_whole="entry",
    )

    assert reading.place([remark]) == ()
    elsewhere = attrs.evolve(remark, code="update-before-document", needs_whole=None)
    assert len(reading.place([elsewhere])) == 1


def test_a_record_without_a_head_is_still_looked_at(folder: Folder) -> None:
    """Id, language and source may be missing; what is wrong elsewhere is reported all the same."""
    head = 'id = "kst-32123-X-124"\nlanguage = "nl"\nsource = "letter"\n'
    reading = codec.read(folder(head, ""))

    assert [f.message for f in reading.findings] == [
        "The record lacks the key id.",
        "The record lacks the key language.",
        "The record lacks the key source.",
    ]
    (record,) = reading.records
    assert record.id == "record"  # after its folder
    assert record.statement("african-union").document == "letter"


def test_a_quote_without_any_document_is_told(folder: Folder) -> None:
    """A table of a quote takes only its own keys, each with the nearest known one."""
    old = '"en zal dit proces waar mogelijk, en bij voorkeur multilateraal, ondersteunen"'
    reading = codec.read(folder(old, '{ document = "letter", qoute = "ondersteunen" }'))

    assert [(f.code, f.hint) for f in reading.findings] == [
        ("key-unknown", "Did you mean quote? A newer ssrpolicy may know it.")
    ]


def test_a_key_of_another_kind_of_statement_is_named(folder: Folder) -> None:
    """The message about a claim with a cue says whose key that is."""
    reading = codec.read(folder('kind = "commitment"', 'kind = "claim"'))

    assert {f.hint for f in reading.findings} == {"It is a key of a commitment only."}


@pytest.mark.parametrize(
    "key", ["{keys} = 1", "[{keys}]", "x = {{ {keys} = 1 }}", "x = [1, {{y = 1,{keys} = 1 }}]"]
)
@pytest.mark.parametrize("part", ["a", '"a b"', "'c'"])
def test_a_key_of_very_many_parts_is_refused_at_once(told: Told, key: str, part: str) -> None:
    """Python's own library would take gigabytes for it."""
    keys = key.format(keys=".".join([part] * 40_000))
    assert told('id = "letter"', f'id = "letter"\n{keys}') == [("nesting-too-deep", "")]


def test_only_an_internal_update_may_lack_a_name(told: Told) -> None:
    """Without `by` an update is refused, unless it says that it is internal."""
    by = 'by = "nl-bz"\nclaimed = "in_progress"'

    assert told(by, 'claimed = "in_progress"') == [("value-invalid", "[[updates]]")]
    assert told(by, 'internal = false\nclaimed = "in_progress"') == [
        ("value-invalid", "[[updates]]")
    ]
    assert told(by, 'internal = true\nclaimed = "in_progress"') == []


def test_a_finding_has_its_line_in_what_was_read(folder: Folder) -> None:
    """The file is read once: what becomes of it afterwards moves no line."""
    path = folder('owners = ["nl"]', "")
    reading = codec.read(path)
    (path / "record.toml").unlink()
    remark = Finding(
        code="commitment-without-owner",
        severity=Severity.NOTE,
        subject="kst-32123-X-124#african-union",
        message="The commitment names nobody as responsible.",
        location=Location(path=("statements", 0, "owners")),
    )

    (placed,) = reading.place([remark])
    assert placed.location.line == 14
