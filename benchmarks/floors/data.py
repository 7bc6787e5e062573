"""The same data written by orjson, and a record's TOML read by tomllib."""

import json
import pickle
import tomllib
from collections.abc import Callable
from pathlib import Path

import orjson


def keep_data(report: str, kept: str) -> Callable[[], None]:
    """Keep the data of a JSON report that was made."""

    def keep() -> None:
        data = json.loads(Path(report).read_text(encoding="utf-8"))
        with Path(kept).open("wb") as file:
            pickle.dump(data, file, protocol=pickle.HIGHEST_PROTOCOL)

    return keep


def plain_json(kept: str, target: str) -> Callable[[], None]:
    """Write the kept data with orjson, indented as a report is."""
    with Path(kept).open("rb") as file:
        data = pickle.load(file)
    return lambda: _write(Path(target), orjson.dumps(data, option=orjson.OPT_INDENT_2))


def _write(target: Path, content: bytes) -> None:
    assert target.write_bytes(content)


def plain_toml(record: str) -> Callable[[], None]:
    """Read the record's TOML with tomllib, without any check."""

    def read() -> None:
        with (Path(record) / "record.toml").open("rb") as file:
            assert tomllib.load(file)

    return read
