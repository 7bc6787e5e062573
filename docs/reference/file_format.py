"""Write file_format.md, every key of a record, from the JSON Schema that the code generates.

Run it when a key has changed: .venv/bin/python docs/reference/file_format.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ssrpolicy.codec import schema

PAGE = Path(__file__).with_name("file_format.md")

HEAD = """\
# The format of records

Every key of a record, in `record.toml` and in a JSON record alike. This page is written by
[file_format.py](file_format.py) from the JSON Schema, which `ssrpolicy schema` prints.

A record is a folder with `record.toml` and the texts that it quotes, untouched, in `sources/`. In
`record.toml` each table is an array at the top (`[[statements]]`), so that an entry is added at
the end of the file; a quote is a string, or a table with `document`, `quote`, `prefix` and
`suffix`; a text in both languages is a table `{ nl = "...", en = "..." }`. A JSON record has the
same keys; a quote there is a document with W3C selectors, and a document carries its text. Several
records in one JSON file are `{"format": "ssrpolicy-records/1", "records": [...]}`.

Next to `record.toml` may stand two more files, which no report reads ([Draft a
record](../how-to/draft-a-record.md)). `draft.toml` (`format = "ssrpolicy-draft/1"`) has the id
of the `record`, the SHA-256 of each text that was drafted from (`sources`), and
`[[proposals]]`, each with `id`, `drafter`, `rule`, `why`, `confidence` (sure, likely, look),
`kind`, `grounds` (stretches of a text: `document`, `start`, `end`, in code points), `requires`
(ids of other proposals) and the entry itself under `[proposals.entry]`, as `record.toml` would
have it. `decisions.toml` (`format = "ssrpolicy-decisions/1"`) is only ever appended to:
`[[decisions]]`, each with `proposal`, `kind`, `grounds`, `decided` (accepted, edited, rejected,
withdrawn), `by`, `date`, and where there is one `became`, the id of the entry, and `reason`.
"""
# The record first, the rest by the alphabet.
_FIRST = "PolicyRecord"
_WORDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a table",
    "": "anything",
}
_SEVERAL = {"text": "texts", "a table": "tables", "a whole number": "whole numbers"}


def page() -> str:
    """Return the reference page in Markdown."""
    definitions: dict[str, Any] = schema()["$defs"]
    names = sorted(definitions, key=lambda name: (name != _FIRST, name))
    return "\n".join(
        [HEAD, *(line for name in names for line in _definition(name, definitions[name]))]
    )


def _definition(name: str, definition: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    if about := definition.get("description"):
        yield _plain(about)
        yield ""
    if "properties" in definition:
        required = definition.get("required", ())
        yield "| key | holds | needed | what it is |"
        yield "|---|---|---|---|"
        for key, value in definition["properties"].items():
            needed = "required" if key in required else ""
            about = _plain(value.get("description", ""))
            yield f"| `{key}` | {_holds(value)} | {needed} | {about} |"
    else:
        yield f"Holds {_holds(definition)}."
    yield ""


def _holds(value: dict[str, Any]) -> str:
    """What a key holds, in a few words, with a link to what is defined apart."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if words := value.get("enum", [value["const"]] if "const" in value else []):
        return ", ".join(f"`{each}`" for each in words)
    for several in ("oneOf", "anyOf"):
        if several in value:
            return " or ".join(_holds(each) for each in value[several])
    if value.get("type") == "array":
        held = _holds(value["items"]) if "items" in value else ""
        return f"a list of {_SEVERAL.get(held, held)}" if held else "a list"
    return "a date" if value.get("format") == "date" else _WORDS[value.get("type", "")]


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
