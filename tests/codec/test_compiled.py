"""With the compiled libraries and without them, the same is read, refused and written."""

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from ssrpolicy import codec
from ssrpolicy.codec.json import compiled
from ssrpolicy.model import PolicyRecord, Quantity
from ssrpolicy.syntax import toml

RECORDS = ("duinmark-2040-3", "kst-32123-X-124", "lagemeer-2031-7")


@pytest.fixture
def without_compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A function after which only Python's own libraries are used."""

    def forget() -> None:
        monkeypatch.setattr(compiled, "orjson", None)
        monkeypatch.setattr(toml, "tomli_loads", None)

    assert compiled.orjson is not None
    assert toml.tomli_loads is not None
    return forget


@pytest.fixture
def records(fixtures: Path) -> list[PolicyRecord]:
    """Both records, and one with a number that the libraries write differently."""
    found = [
        record for name in RECORDS for record in codec.read(fixtures / "records" / name).records
    ]
    small = Quantity(exactly=Decimal("0.00001"), unit="percent")
    first = attrs.evolve(found[0].statements[0], quantities=(small,))
    return [*found, attrs.evolve(found[0], statements=(first,))]


@pytest.mark.parametrize("indent", [None, 0, 1, 2, 4, "\t"])
def test_json_has_the_same_bytes(
    records: list[PolicyRecord], without_compiled: Callable[[], None], indent: int | str | None
) -> None:
    """One record or several, none at all, and whatever the indent."""
    cases: tuple[list[PolicyRecord], ...] = ([], records[:1], records[2:], records)
    written = [codec.dumps(case, indent=indent) for case in cases]
    without_compiled()

    assert [codec.dumps(case, indent=indent) for case in cases] == written
    assert "1e-05" in written[-1]


def test_a_digest_is_the_same(
    records: list[PolicyRecord], without_compiled: Callable[[], None]
) -> None:
    """It is that of the same bytes, a number that is written differently among them."""
    found = [codec.digest(record) for record in records]
    without_compiled()

    assert [codec.digest(record) for record in records] == found


@pytest.mark.parametrize("name", RECORDS)
def test_toml_is_read_as_the_same_values(
    fixtures: Path, without_compiled: Callable[[], None], name: str
) -> None:
    """Texts, dates and exact decimals are what tomllib reads."""
    text = (fixtures / "records" / name / "record.toml").read_text("utf-8")
    read = toml.toml_tables(text)
    without_compiled()

    assert read == toml.toml_tables(text) == tomllib.loads(text, parse_float=Decimal)


@pytest.mark.parametrize(
    "text",
    [
        "a = ",
        "a = 1\na = 2",
        "[a]\n[a]",
        'a = "\n"',
        'a = "\x01"',
        "a = 2010-02-30",
        "a = { b = 1,\n c = 2 }",
        'a = "\\e"',
        "a = 10:30",
        "a" * 100,
        "x = " + "[" * 5_000,
        "x = " + "9" * 5_000,
    ],
)
def test_toml_is_refused_with_the_same_words(
    text: str, without_compiled: Callable[[], None]
) -> None:
    """What Python refuses as TOML the compiled library refuses too, TOML 1.1 included."""

    def error() -> tuple[type[BaseException], str]:
        with pytest.raises((ValueError, RecursionError)) as caught:
            toml.toml_tables(text)
        return caught.type, str(caught.value)

    with_compiled = error()
    without_compiled()

    assert error() == with_compiled
