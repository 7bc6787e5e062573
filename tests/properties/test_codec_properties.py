"""What holds for every record: nothing is lost in JSON, and no input breaks the reader."""

import datetime as dt
import hashlib
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ssrpolicy import codec
from ssrpolicy.model import PolicyRecord
from strategies import records

FILE = Path("record.json")
MARKS = ('"', "'", "[", "]", "{", "}", "=", "\n", "#", "", ",", "[[documents]]")
TOML = """\
format = "ssrpolicy-record/1"
id = "kst-32123-X-124"
language = "nl"
source = "letter"
[[documents]]
id = "letter"
kind = "letter"
date = 2010-04-29
[[statements]]
id = "bzk-ceiling"
kind = "commitment"
summary.nl = "Hoogstens 100"
firmness = "aspirational"
course = "recurring"
cue = "streeft"
quotes = ["maximaal 100 personen", { document = "letter", quote = '''per
jaar''' }]
[[statements.quantities]]
at_most = 1e2
unit = "person"
"""

# Records are large examples; fewer of them say as much.
some = settings(
    max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

odd_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=10),
    st.sampled_from(("\ud800", "\x1b[31m", "nl", "x" * 2_000, 10**30, "kst-1", "2011/..")),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=5), st.text(max_size=3), max_size=2),
)


@cache
def validator() -> Draft202012Validator:
    """The schema, ready to use."""
    return Draft202012Validator(codec.schema())


@pytest.mark.slow
@some
@given(records())
def test_dump_then_load_is_identity(record: PolicyRecord) -> None:
    """What is written as JSON is read as the same record, and nothing in it is found wrong."""
    reading = codec.read_json(codec.dumps(record).encode(), FILE)

    assert [f for f in reading.findings if f.code != "source-unstamped"] == []
    assert reading.record == record
    assert codec.digest(record) == codec.digest(reading.records[0])


def _with_files_of_their_own(record: PolicyRecord) -> PolicyRecord:
    """The record with a file and a digest for each text, as every record in a folder has."""
    documents = [
        each
        if each.text is None
        else attrs.evolve(
            each,
            file=f"sources/{number}.txt",
            sha256=hashlib.sha256(each.text.encode()).hexdigest(),
        )
        for number, each in enumerate(record.documents)
    ]
    return attrs.evolve(record, documents=tuple(documents))


@pytest.mark.slow
@some
@given(records())
def test_a_folder_holds_a_record_whole(record: PolicyRecord) -> None:
    """What is written as a folder in TOML is read as the same record, from each name of it."""
    whole = _with_files_of_their_own(record)
    with TemporaryDirectory() as place:
        codec.dump([whole], Path(place, "folder"))
        codec.dump([whole], Path(place, "folder"), overwrite=True)
        reading = codec.read(Path(place, "folder"))
        codec.dump([whole], Path(place, "other.toml"))
        other = codec.read(Path(place, "other.toml"))

    assert [f for f in (*reading.findings, *other.findings) if f.is_error] == []
    assert reading.records == other.records == (whole,)


@pytest.mark.slow
@some
@given(records())
def test_a_record_made_in_python_gets_the_files_that_it_lacks(record: PolicyRecord) -> None:
    """Of texts without files, or digests, nothing is lost but that they had none."""
    one_file = {each.file for each in record.documents if each.text is not None}
    assume(len(one_file - {None}) == sum(d.file is not None for d in record.documents))
    with TemporaryDirectory() as place:
        codec.dump([record], Path(place, "folder"))
        (read,) = codec.read(Path(place, "folder")).records

    assert _with_files_of_their_own(read) == _with_files_of_their_own(record)


@pytest.mark.slow
@settings(some, max_examples=10)
@given(st.lists(records(), min_size=2, max_size=3))
def test_a_portfolio_keeps_every_record_in_order(several: list[PolicyRecord]) -> None:
    """Several records in one file are read as the same records in the same order."""
    reading = codec.read_json(codec.dumps(several, indent=None).encode(), FILE)

    assert reading.records == tuple(several)


# The records of the fixtures are held against the schema in every run, by tests/codec.
@pytest.mark.slow
@some
@given(records())
def test_every_record_fits_the_schema(record: PolicyRecord) -> None:
    """What is written as JSON is what the schema describes."""
    data = json.loads(codec.dumps(record, as_of=dt.date(2012, 1, 1)))

    assert [error.message for error in validator().iter_errors(data)] == []


def has_its_types(record: PolicyRecord) -> None:
    """The check of types finds nothing in a record that was made as its classes say."""
    assert codec.type_findings(record) == ()
    assert [finding for finding in codec.text_findings(record) if finding.is_error] == []


test_a_record_of_the_model_has_the_types_it_says = settings(some, max_examples=5)(
    given(records())(has_its_types)
)
test_many_records_of_the_model_have_the_types_they_say = pytest.mark.slow(
    some(given(records())(has_its_types))
)


@pytest.mark.slow
@settings(some, max_examples=50)
@given(records(), st.data())
def test_no_change_of_the_data_breaks_the_reader(record: PolicyRecord, data: st.DataObject) -> None:
    """A record whose JSON is changed anywhere gives findings, or is read; nothing is raised."""
    changed = json.loads(codec.dumps(record, as_of=dt.date(2012, 1, 1)))
    for _ in range(data.draw(st.integers(1, 3))):
        _change(changed, data)
    text = json.dumps(changed)
    reading = codec.read_json(text.encode(), FILE)

    # What is shown of it can be shown: places and messages hold nothing that a terminal obeys.
    assert all(str(finding).isprintable() for finding in reading.findings)
    errors = [finding for finding in reading.findings if finding.is_error]
    if not errors:
        (same,) = codec.read_json(codec.dumps(reading.records[0]).encode(), FILE).records
        assert same == reading.records[0]
    for each in reading.records:
        codec.digest(each)


@settings(some, max_examples=50)
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """Whatever a file holds, reading it gives findings or a record; nothing is raised."""
    start = b'format = "ssrpolicy-record/1"\n'
    for found in (
        codec.read_json(data, FILE),
        codec.read_toml(data, Path("record.toml")),
        codec.read_toml(start + data, Path("record.toml")),
    ):
        assert [finding for finding in found.findings if finding.is_error]


@some
@given(records())
def test_what_is_sound_is_read_when_something_is_not(record: PolicyRecord) -> None:
    """A key too much anywhere costs a finding, and nothing of what is recorded."""
    data = codec.unstructure(record, derived=False)
    for each in (data, *data.get("documents", ()), *data.get("statements", ())):
        each["extra"] = 1
    reading = codec.read_json(json.dumps(data).encode(), FILE)

    assert {f.code for f in reading.findings} <= {"key-unknown", "source-unstamped"}
    assert reading.record == record


@settings(max_examples=150)
@given(st.data())
def test_no_change_of_the_text_breaks_the_reader(data: st.DataObject) -> None:
    """A record.toml that is cut, or has anything put into it anywhere, is read or told about."""
    text = TOML
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 12))
        put = data.draw(st.sampled_from(MARKS) | st.text(max_size=4))
        text = text[:start] + put + text[end:]
    found = codec.read_toml(text.encode("utf-8", "surrogatepass"), Path("record.toml"))

    assert all(finding.message for finding in found.findings)
    for finding in found.findings:
        assert finding.location.line is None or 1 <= finding.location.line <= text.count("\n") + 1


def _change(data: Any, source: st.DataObject) -> None:
    """Change one value somewhere inside JSON data, remove it, or put another next to it."""
    inside = data
    while True:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            return
        key = source.draw(st.sampled_from(keys))
        deeper = isinstance(inside[key], dict | list) and inside[key]
        if deeper and source.draw(st.integers(0, 3)):
            inside = inside[key]
            continue
        how = source.draw(st.sampled_from(("replace", "remove", "add")))
        if how == "replace":
            inside[key] = source.draw(odd_values)
        elif how == "remove":
            del inside[key]
        elif isinstance(inside, dict):
            inside[source.draw(st.text(max_size=8))] = source.draw(odd_values)
        else:
            inside.append(source.draw(odd_values))
        return
