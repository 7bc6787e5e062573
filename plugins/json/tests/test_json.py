"""The JSON report: the contract, and a record that stands alone and comes back as it was."""

import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ssrpolicy.codec import read, schema
from ssrpolicy.errors import OptionError
from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting import load_plugins, run_report
from ssrpolicy.testing import (
    ReporterContract,
    empty_record,
    large_record,
    nasty_record,
    small_record,
)
from ssrpolicy_json.reporter import JsonReporter

AS_OF = dt.date(2010, 12, 31)


def texts_in(data: object) -> Iterator[str]:
    """Every text in JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for value in data.values() for text in texts_in(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in texts_in(value))


def report(*records: PolicyRecord, as_of: dt.date = AS_OF, **options: object) -> str:
    """The JSON report on records."""
    out = io.BytesIO()
    run_report(records, "json", out, as_of=as_of, options=options)
    return out.getvalue().decode("utf-8")


def data(*records: PolicyRecord, as_of: dt.date = AS_OF, **options: object) -> Any:
    """What the JSON report on records says."""
    return json.loads(report(*records, as_of=as_of, **options))


@pytest.mark.heavy
class TestJson(ReporterContract):
    """The JSON reporter keeps the contract of reporters."""

    reporter = JsonReporter()

    def text_of(self, data: bytes) -> str:
        """Return every text in the JSON data."""
        return "\n".join(texts_in(json.loads(data)))


def test_it_is_installed_as_any_plugin_is() -> None:
    """The reporter is found through its entry point, and principal of its distribution."""
    offered = load_plugins().reporter("ssrpolicy-json:json")

    assert (offered.suffix, offered.media_type) == ("json", "application/json")
    assert offered.principal


@pytest.mark.parametrize(
    "record",
    [empty_record(), small_record(), nasty_record(), large_record(20)],
    ids=lambda record: record.id,
)
def test_the_report_on_a_record_is_that_record(record: PolicyRecord, tmp_path: Path) -> None:
    """What was reported is loaded again as an equal record, without an error."""
    path = tmp_path / "record.json"
    run_report(record, "json", path, as_of=AS_OF)

    reading = read(path)

    assert reading.records == (record,)
    assert [str(finding) for finding in reading.findings if finding.is_error] == []


def test_the_report_on_several_records_is_those_records(tmp_path: Path) -> None:
    """A portfolio comes back whole, in its order."""
    several = (small_record(), nasty_record(), empty_record())
    path = tmp_path / "portfolio.json"
    run_report(several, "json", path, as_of=AS_OF)

    assert read(path).records == several


def test_one_record_is_the_root_object() -> None:
    """A single record has its format and its id at the root."""
    root = data(small_record())

    assert (root["format"], root["id"]) == ("ssrpolicy-record/1", "small")


def test_several_records_stand_in_a_list() -> None:
    """Several records are a portfolio, whose format says so."""
    root = data(small_record(), nasty_record())

    assert root["format"] == "ssrpolicy-records/1"
    assert [record["id"] for record in root["records"]] == ["small", "nasty"]


def test_a_quote_has_its_words_and_its_place() -> None:
    """A quote is a document and selectors, and its document carries the text they select from."""
    root = data(small_record())
    (quote,) = root["statements"][0]["quotes"]
    text = root["documents"][0]["text"]

    words, place = quote["selector"]
    assert quote["document"] == "letter"
    assert words == {
        "type": "TextQuoteSelector",
        "exact": "Ik zal u voor 1 juni 2011 berichten over de 153 brandweerlieden.",
    }
    assert text[place["start"] : place["end"]] == words["exact"]


def test_what_is_derived_can_be_left_out() -> None:
    """With derived=no, only what was recorded is written, and the digest of that."""
    text = report(small_record(), derived="no")
    root = json.loads(text)

    assert root.pop("derived").keys() == {"sha256"}
    assert "derived" not in json.dumps(root)
    assert "TextPositionSelector" not in text


def test_the_indent_is_as_asked() -> None:
    """The indent is a number of spaces, and 0 gives one line."""
    assert report(small_record()).startswith('{\n  "format"')
    assert report(small_record(), indent=4).startswith('{\n    "format"')
    assert report(small_record(), indent="0").count("\n") == 1
    assert data(small_record(), indent=0) == data(small_record(), indent=8)


@pytest.mark.parametrize("indent, must", [(-1, "at least 0"), (9, "at most 8")])
def test_an_indent_beyond_reason_is_refused(indent: int, must: str) -> None:
    """The refusal says what the indent may be."""
    with pytest.raises(OptionError, match=rf"indent of json is {indent}\.\nIt must be {must}\."):
        report(small_record(), indent=indent)


def test_the_language_changes_nothing() -> None:
    """Every language that is recorded is in the file, whatever is requested."""
    out = io.BytesIO()
    run_report(small_record(), "json", out, as_of=AS_OF, language="en")

    assert out.getvalue().decode("utf-8") == report(small_record())


def test_the_day_changes_only_what_is_derived() -> None:
    """Updates after the day are recorded all the same; only the progress is of that day."""
    before, after = (data(small_record(), as_of=dt.date(year, 7, 1)) for year in (2010, 2011))

    assert before["derived"]["progress"]["report"] == {
        "claimed": "unknown",
        "evidence": "not_assessed",
        "schedule": "upcoming",
        "first_schedule": "upcoming",
        "moves": 0,
        "days_late": 0,
        "firmness": "firm",
        "owners": ["ministry"],
        "first_due": "2011-05-31",
        "due": "2011-05-31",
    }
    assert after["derived"]["as_of"] == "2011-07-01"
    assert after["derived"]["progress"]["report"]["schedule"] == "overdue"
    assert after["derived"]["progress"]["report"]["claimed"] == "in_progress"
    del before["derived"], after["derived"]
    assert before == after


def test_the_report_keeps_to_the_schema() -> None:
    """What is written is valid by the JSON Schema of records."""
    validator = Draft202012Validator(schema())

    for records in ((empty_record(),), (small_record(),), (nasty_record(), small_record())):
        validator.validate(data(*records))


def test_a_status_changed_by_hand_is_told(tmp_path: Path) -> None:
    """A status is derived and never recorded: changing it in the file changes nothing."""
    root = data(small_record())
    root["derived"]["progress"]["report"]["schedule"] = "met"
    path = tmp_path / "record.json"
    path.write_text(json.dumps(root), encoding="utf-8")

    reading = read(path)

    assert reading.records == (small_record(),)
    assert [(f.code, f.location.pointer) for f in reading.findings] == [
        ("derived-differs", "/derived")
    ]
