"""The schema describes what is written, and refuses what the reader refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from ssrpolicy import codec
from ssrpolicy.codec import Reading
from ssrpolicy.model import PolicyRecord


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """The schema, ready to use."""
    Draft202012Validator.check_schema(codec.schema())
    return Draft202012Validator(codec.schema())


def test_the_schema_has_a_dialect_and_a_versioned_id() -> None:
    """The schema says what it is written in, and which version of the format it describes."""
    schema = codec.schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == codec.SCHEMA_ID == "urn:ssrpolicy:schema:record:1"


@pytest.mark.parametrize("name", ["duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7"])
def test_the_records_fit(fixtures: Path, validator: Draft202012Validator, name: str) -> None:
    """What is written of a record fits, alone and with another."""
    record = codec.read(fixtures / "records" / name).record
    assert record is not None
    several = [record, attrs.evolve(record, id="other")]

    assert list(validator.iter_errors(json.loads(codec.dumps(record)))) == []
    assert list(validator.iter_errors(json.loads(codec.dumps(several)))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "comitment"},
        {"firmness": "conditionel"},
        {"id": "African-Union"},
        {"owner": "nl"},
        {"owners": "nl"},
        {"owners": ["nl", "nl"]},
        {"owners": [1]},
        {"places": ["A F G"]},
        {"quotes": []},
        {"quotes": ["words"]},
        {"quotes": [{"document": "letter", "selector": []}]},
        {"quotes": [{"document": "letter", "quote": "words"}]},
        {"cue": ""},
        {"cue": "zal\u001b[31m"},
        {"summary": {}},
        {"summary": {"de": "Zusammenfassung"}},
        {"summary": None},
        {"timeframe": {"phrase": "ooit", "date": "medio 2011"}},
        {"timeframe": {"date": "2011"}},
        {"quantities": [{"unit": "person"}]},
        {"quantities": [{"unit": "person", "exactly": 1, "about": 1}]},
        {"quantities": [{"unit": "person", "exactly": "1"}]},
        {"quantities": [{"unit": "person", "exactly": 1e15}]},
        {"relations": [{"kind": "repeats", "target": "the motion"}]},
    ],
)
def test_the_schema_and_the_reader_refuse_the_same(
    data: dict[str, Any],
    reread: Callable[[Any], Reading],
    validator: Draft202012Validator,
    change: dict[str, Any],
) -> None:
    """A statement that the reader refuses does not fit the schema either."""
    data["statements"][0].update(change)

    assert any(finding.is_error for finding in reread(data).findings)
    assert list(validator.iter_errors(data))


def test_every_key_is_described_by_itself() -> None:
    """In words that no other key of its class has."""
    for name, definition in codec.schema()["$defs"].items():
        properties = definition.get("properties", {})
        words = {key: each.get("description", "") for key, each in properties.items()}
        assert all(each.endswith(".") for each in words.values()), (name, words)
        assert len(set(words.values())) == len(words), (name, words)


@pytest.mark.parametrize(
    "change",
    [
        {"claimed": "done"},
        {"evidence": "supports"},
        {"date": "2011-3-1"},
        {"statement": None},
        {"by": " \u0000"},
    ],
)
def test_an_update_says_one_thing_in_the_schema_too(
    data: dict[str, Any],
    reread: Callable[[Any], Reading],
    validator: Draft202012Validator,
    change: dict[str, Any],
) -> None:
    """An update with two axes, an unknown value or a wrong date fits neither."""
    data["updates"][0].update(change)

    assert any(finding.is_error for finding in reread(data).findings)
    assert list(validator.iter_errors(data))


def test_only_an_internal_update_may_lack_a_name(
    data: dict[str, Any], reread: Callable[[Any], Reading], validator: Draft202012Validator
) -> None:
    """Schema and reader ask for `by`, unless the update says that it is internal."""
    update = data["updates"][0]
    del update["by"]

    for internal, refused in ((None, True), (False, True), (True, False)):
        update |= {} if internal is None else {"internal": internal}
        assert any(finding.is_error for finding in reread(data).findings) is refused
        assert bool(list(validator.iter_errors(data))) is refused


def test_every_key_of_the_model_is_described() -> None:
    """The schema knows each table of a record, and each definition says what it is."""
    schema = codec.schema()
    tables = {attribute.name for attribute in attrs.fields(PolicyRecord)}

    assert set(schema["$defs"]["PolicyRecord"]["properties"]) == tables | {"format", "derived"}
    assert [name for name, each in schema["$defs"].items() if not each["description"]] == []
