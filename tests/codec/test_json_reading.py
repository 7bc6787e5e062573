"""A JSON record is read as strictly as it is written, and what was derived is checked."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from ssrpolicy import codec
from ssrpolicy.codec import Reading
from ssrpolicy.model import LocalText, RecordInvalidError
from tables import each_case

Data: TypeAlias = dict[str, Any]
Reread: TypeAlias = Callable[[Any], Reading]

STATEMENT = "/statements/0"


def told(reading: Reading) -> list[tuple[str, str | None]]:
    """The codes of the findings with their JSON Pointers."""
    return [(f.code, f.location.pointer) for f in reading.findings]


def test_a_plain_string_is_in_the_language_of_the_record(data: Data, reread: Reread) -> None:
    """A summary may be a plain string in JSON too."""
    data["statements"][0]["summary"] = "Steun aan de Afrikaanse Unie"
    (record,) = reread(data).records

    assert record.statement("african-union").summary == LocalText(nl="Steun aan de Afrikaanse Unie")


@pytest.mark.parametrize(
    "change, expected",
    [
        ({"summary": None}, ("type-wrong", f"{STATEMENT}/summary")),
        ({"owners": "nl"}, ("type-wrong", f"{STATEMENT}/owners")),
        ({"kind": "comitment"}, ("value-unknown", f"{STATEMENT}/kind")),
        ({"firmness": True}, ("type-wrong", f"{STATEMENT}/firmness")),
        ({"a/b~c": 1}, ("key-unknown", f"{STATEMENT}/a~1b~0c")),
        ({"quotes": ["plain"]}, ("type-wrong", f"{STATEMENT}/quotes/0")),
        ({"quotes": []}, ("value-invalid", f"{STATEMENT}/quotes")),
        ({"cue": "zal\u0000"}, ("value-invalid", f"{STATEMENT}/cue")),
        ({"doubt": {"nl": "\ud800"}}, ("value-invalid", f"{STATEMENT}/doubt/nl")),
        ({"doubt": {"de": "Zweifel"}}, ("key-unknown", f"{STATEMENT}/doubt/de")),
    ],
)  # fmt: skip
def test_a_wrong_value_has_its_pointer(
    data: Data, reread: Reread, change: Data, expected: tuple[str, str]
) -> None:
    """A wrong type, an unknown key or value: each has its JSON Pointer."""
    data["statements"][0].update(change)

    assert expected in told(reread(data))


def test_an_unknown_key_of_a_quote_is_shown_in_letters_that_can_be_shown(
    data: Data, reread: Reread
) -> None:
    """A key may hold anything, and reaches no terminal as it is."""
    data["statements"][0]["quotes"][0]["\x1b[31m"] = None
    (finding,) = [each for each in reread(data).findings if each.code == "key-unknown"]

    assert "has the unknown key '\\x1b[31m'" in finding.message
    assert str(finding).isprintable()


@pytest.mark.parametrize("date", ["20100429", "2010-W17-4", "2010-04-31", "29-04-2010", 20100429])
def test_only_a_calendar_date_is_a_date(data: Data, reread: Reread, date: object) -> None:
    """Dates are written as 2010-04-29, in no other of the ways of ISO 8601."""
    data["documents"][0]["date"] = date

    ((code, pointer),) = told(reread(data))
    assert code in ("value-invalid", "type-wrong")
    assert pointer == "/documents/0/date"


@pytest.mark.parametrize(
    "selector, pointer",
    [
        ("words", "/selector"),
        ([], "/selector"),
        ([{"type": "TextQuoteSelector"}], "/selector/0"),
        ([{"type": "TextQuoteSelector", "exact": 1}], "/selector/0/exact"),
        ([{"type": "XPathSelector", "value": "/p"}], "/selector/0"),
        ([{"type": "TextQuoteSelector", "exact": "en", "exakt": "en"}], "/selector/0/exakt"),
        (
            [{"type": "TextQuoteSelector", "exact": "en"}, {"type": "TextPositionSelector"}],
            "/selector/1",
        ),
    ],
)
def test_a_wrong_selector_has_its_pointer(
    data: Data, reread: Reread, selector: object, pointer: str
) -> None:
    """A quote has one TextQuoteSelector and at most one TextPositionSelector, of known keys."""
    data["statements"][0]["quotes"][0]["selector"] = selector

    ((_, found),) = told(reread(data))
    assert found == f"{STATEMENT}/quotes/0{pointer}"


def test_a_position_that_is_not_that_of_the_quote_is_told(data: Data, reread: Reread) -> None:
    """Offsets are derived: they are checked, reported when they differ, and not used."""
    position = data["statements"][0]["quotes"][0]["selector"][1]
    position["start"] += 1
    reading = reread(data)

    assert told(reading) == [("derived-differs", f"{STATEMENT}/quotes/0")]
    assert not reading.findings[0].is_error
    assert [len(record.statements) for record in reading.records] == [2]


@pytest.mark.parametrize("table", ["statements", "documents"])
def test_other_derived_members_are_checked_too(data: Data, reread: Reread, table: str) -> None:
    """A heading or an address that is not what the record gives is reported."""
    entry = data[table][0] if table == "documents" else data[table][0]["quotes"][0]
    for key in entry["derived"]:
        entry["derived"][key] = "iets anders"

    assert [code for code, _ in told(reread(data))] == ["derived-differs"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 5_000])
def test_a_number_that_is_none_is_refused(data: Data, number: str) -> None:
    """NaN, infinities and numbers of absurd size are not amounts."""
    text = json.dumps(data).replace('"at_most": 100', f'"at_most": {number}')
    reading = codec.read_json(text.encode(), Path("record.json"))

    ((code, _),) = told(reading)
    assert code in ("value-invalid", "number-too-long")


def test_a_key_that_stands_twice_is_told_with_its_place(data: Data) -> None:
    """Neither value is silently lost, however deep the object stands."""
    text = json.dumps(data).replace(
        '"firmness": "aspirational"', '"firmness": "firm", "firmness": "aspirational"'
    )
    reading = codec.read_json(text.encode(), Path("record.json"))

    assert told(reading) == [("key-duplicate", "/statements/1/firmness")]


@each_case(
    "text, code",
    [
        ("", "json-syntax"),
        ('{"format": "ssrpolicy-record/1",}', "json-syntax"),
        ("[" * 100_000, "nesting-too-deep"),
        ('{"a":' * 100_000, "nesting-too-deep"),
        ("null", "type-wrong"),
        ("[]", "type-wrong"),
        ("{}", "key-missing"),
        ('{"format": 1}', "type-wrong"),
        ('{"format": "ssrpolicy-record/2"}', "format-version"),
        ('{"format": "ssrpolicy-records/9", "records": []}', "format-version"),
        ('{"format": "something/1"}', "format-version"),
        ('{"format": "ssrpolicy-records/1"}', "key-missing"),
        ('{"format": "ssrpolicy-records/1", "records": 1}', "type-wrong"),
        ('{"format": "ssrpolicy-records/1", "records": [1]}', "type-wrong"),
        ('{"format": "ssrpolicy-records/1", "records": [], "extra": 1}', "key-unknown"),
    ],
)
def test_what_is_no_record_is_told(text: str, code: str) -> None:
    """A text that is not JSON, not ours or of another version gives one finding that says so."""
    reading = codec.read_json(text.encode(), Path("record.json"))

    assert [found for found, _ in told(reading)] == [code]
    assert reading.records == ()


def test_records_of_a_portfolio_have_pointers_of_their_own(data: Data, reread: Reread) -> None:
    """A finding about the second of two records points into the second."""
    wrong = json.loads(json.dumps(data))
    wrong["statements"][0]["firmness"] = "conditionel"
    reading = reread({"format": codec.PORTFOLIO_FORMAT, "records": [data, wrong]})

    assert told(reading) == [("value-unknown", "/records/1/statements/0/firmness")]
    assert [len(record.statements) for record in reading.records] == [2, 1]


def test_a_text_that_is_not_the_one_recorded_is_told(data: Data, reread: Reread) -> None:
    """The embedded text is held against the recorded SHA-256."""
    data["documents"][0]["text"] += " "

    assert told(reread(data)) == [("source-changed", "/documents/0/sha256")]


def test_a_text_that_is_left_out_is_told(data: Data, reread: Reread) -> None:
    """A JSON record stands alone: a document with a file carries its text."""
    del data["documents"][0]["text"]

    assert ("source-missing", "/documents/0/file") in told(reread(data))


def test_half_a_character_in_a_text_is_told(data: Data, reread: Reread) -> None:
    """Lone surrogates, which JSON can spell and no file can hold, are refused."""
    data["documents"][0]["text"] = "Nr. 124 \ud83d"

    assert ("source-encoding", "/documents/0/text") in told(reread(data))


def test_unstructured_data_are_plain_and_are_read_again(letter: Path) -> None:
    """What unstructure gives is what JSON holds, and structure takes it as it is."""
    record = codec.read(letter).record
    assert record is not None
    data = codec.unstructure(record)

    assert type(data["documents"][0]["kind"]) is str
    assert json.loads(json.dumps(data)) == data
    assert codec.structure(data) == record


def test_structure_gives_the_record_or_raises_with_its_findings(data: Data) -> None:
    """Data in memory are read as those of a file are."""
    assert codec.structure(data).id == "kst-32123-X-124"

    data["language"] = "fr"
    with pytest.raises(RecordInvalidError) as caught:
        codec.structure(data)
    assert [finding.code for finding in caught.value.findings] == ["value-unknown"]


@pytest.mark.slow
def test_many_keys_that_stand_twice_are_found_in_one_pass(data: Data) -> None:
    """The time grows with the number of keys, not with its square."""
    keys = ", ".join(f'"key-{number}": 1, "key-{number}": 2' for number in range(20_000))
    text = json.dumps(data).replace("{", f"{{{keys}, ", 1)
    reading = codec.read_json(text.encode(), Path("record.json"))

    assert sum(f.code == "key-duplicate" for f in reading.findings) == 20_000


@pytest.mark.slow
@pytest.mark.parametrize("wrong", [{}, {"kind": "wish"}, 3, None])
def test_more_errors_than_help_anybody_are_not_all_told(data: Data, wrong: object) -> None:
    """A list of nothing but errors is read up to where enough of them have been told."""
    data["statements"] += [wrong] * 8_000
    reading = codec.read_json(json.dumps(data).encode(), Path("record.json"))

    codes = [code for code, _pointer in told(reading)]
    assert codes.count("errors-uncounted") == 1
    assert 5_000 < len(codes) < 5_100


@pytest.mark.slow
def test_more_unknown_keys_than_help_anybody_are_not_all_told(data: Data) -> None:
    """What is in the record is there all the same."""
    data |= {f"key-{number}": 1 for number in range(8_000)}
    reading = codec.read_json(json.dumps(data).encode(), Path("record.json"))

    codes = [code for code, _pointer in told(reading)]
    assert codes.count("key-unknown") == 5_000
    assert codes.count("errors-uncounted") == 1
    assert reading.record is not None
    assert len(reading.record.statements) == len(data["statements"])
