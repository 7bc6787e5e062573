"""A JSON record written as the folder that people keep: ``record.toml`` and ``sources/``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def write_folder(record: dict[str, Any], folder: Path) -> None:
    """Write the record and the texts of its documents into a new folder."""
    (folder / "sources").mkdir(parents=True)
    for document in record["documents"]:
        (folder / document["file"]).write_text(document["text"], encoding="utf-8", newline="\n")
    lines = "\n".join(_lines(record))
    (folder / "record.toml").write_text(f"{lines}\n", encoding="utf-8", newline="\n")


def _lines(record: dict[str, Any]) -> Iterator[str]:
    entries = {key: value for key, value in record.items() if isinstance(value, list)}
    for key, value in record.items():
        if key not in entries:
            yield f"{key} = {_value(value)}"
    for key, group in entries.items():
        for entry in group:
            yield f"\n[[{key}]]"
            yield from (_line(name, value) for name, value in entry.items() if name != "text")


def _line(name: str, value: Any) -> str:
    # The dates of documents and updates are days of the calendar, and TOML has those.
    return f"{name} = {value if name == 'date' else _value(value)}"


def _value(value: Any) -> str:
    """Return a value in TOML: a string, a number, an array or an inline table."""
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        if "selector" in value:
            value = {"document": value["document"], "quote": value["selector"][0]["exact"]}
        return f"{{ {', '.join(f'{key} = {_value(below)}' for key, below in value.items())} }}"
    # A JSON string is a basic string of TOML.
    return json.dumps(value, ensure_ascii=False)
