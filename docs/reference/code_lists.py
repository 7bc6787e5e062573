"""Write code_lists.md, every built-in code, from the data files of the code lists.

Run it when a list has changed: .venv/bin/python docs/reference/code_lists.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ssrpolicy.codelists import LIST_NAMES, ListName, code_list

PAGE = Path(__file__).with_name("code_lists.md")

HEAD = """\
# Code lists

The codes that a record may use without declaring them. This page is written by
[code_lists.py](code_lists.py) from the data files. A record declares codes of its own in
`[[parties]]`, `[[places]]`, `[[sectors]]` and `[[frameworks]]`; where it declares one of these ids,
its own meaning holds.
"""


def page() -> str:
    """Return the reference page in Markdown."""
    return "\n".join([HEAD, *(line for name in LIST_NAMES for line in _list(name))])


def _list(name: ListName) -> Iterator[str]:
    codes = code_list(name)
    yield f"## {name}"
    yield ""
    yield f"Version {codes.version}. {' '.join(codes.source.split())}"
    yield ""
    yield "| id | Dutch | English | code elsewhere | what it covers |"
    yield "|---|---|---|---|---|"
    for id, code in codes.codes.items():
        details = codes.details[id]
        elsewhere = ", ".join(filter(None, [details.code, *details.dac]))
        covers = " ".join((details.scope.text("en") if details.scope else "").split())
        names = f"{code.name.text('nl')} | {code.name.text('en')}"
        yield f"| `{id}` | {names} | {elsewhere} | {covers} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
