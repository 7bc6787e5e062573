"""Write options.md, the reference of every option, from what declares them.

Run it when an option has changed: .venv/bin/python docs/reference/options.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ssrpolicy.drafting import all_drafters
from ssrpolicy.reporting import OfferedDrafter, OfferedReporter, Option, load_plugins

PAGE = Path(__file__).with_name("options.md")

HEAD = """\
# Options of reporters and drafters

What can be given as `-o key=value` to the reporters and drafters of this repository. This page is
written by [options.py](options.py) from their declarations; `ssrpolicy plugins NAME` shows the same
of any that is installed. With several reporters, `-o excel.key=value` is for one of them. How an
option is declared, and what its type takes, stands in [Hooks](hooks.md#options).
"""


def page() -> str:
    """Return the reference page in Markdown."""
    registry = load_plugins(environ={})
    ours = [r for r in registry.reporters if r.origin.distribution.startswith("ssrpolicy-")]
    lines = [line for offered in ours for line in _reporter(offered)]
    for drafter in all_drafters(registry):
        lines += _drafter(drafter)
    return "\n".join([HEAD, *lines])


def _reporter(offered: OfferedReporter) -> Iterator[str]:
    yield f"## {offered.name}"
    yield ""
    yield offered.summary
    yield ""
    yield f"- from the distribution `{offered.origin.distribution}`"
    yield f"- writes `.{offered.suffix}` files, `{offered.media_type}`"
    yield ""
    yield from _table(offered.all_options)


def _drafter(offered: OfferedDrafter) -> Iterator[str]:
    yield f"## {offered.name}"
    yield ""
    yield offered.summary
    yield ""
    yield f"- a drafter, for `ssrpolicy draft`, from `{offered.origin.distribution}`"
    yield ""
    yield from _table(offered.all_options)


def _table(options: Iterable[Option]) -> Iterator[str]:
    yield "| option | takes | if left out | what it does |"
    yield "|---|---|---|---|"
    for option in options:
        yield f"| `{option.key}` | {option.takes} | {_default(option)} | {option.help} |"
    yield ""


def _default(option: Option) -> str:
    if option.default in (None, ()):
        return "nothing"
    if isinstance(option.default, bool):
        return "`yes`" if option.default else "`no`"
    values = option.default if isinstance(option.default, tuple) else (option.default,)
    return f"`{','.join(str(getattr(each, 'value', each)) for each in values)}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
