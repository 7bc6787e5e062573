"""Write findings.md, the reference of every finding, from the docstrings of the rules.

Run it when a rule's docstring has changed: .venv/bin/python docs/reference/findings.py
"""

from __future__ import annotations

import re
from pathlib import Path

from ssrpolicy.codec import READING_CODES, ReadingCode
from ssrpolicy.rules import PORTFOLIO_RULES, RULES, PortfolioRule, Rule

PAGE = Path(__file__).with_name("findings.md")

HEAD = """\
# Findings

What `ssrpolicy check` has to say about a record, each under a code that stays. This page is
written by [findings.py](findings.py) from the source code; change it there.

An **error** means that a report of the record would be wrong: the record is not loaded or
reported until it is put right. A **warning** is probably a slip, or something that a reader must
know. A **note** is worth a look. Warnings and notes stop nothing; `check --ignore CODE`
leaves out those with a code.
"""

PARTS = (
    ("Reading a record", "The files themselves, and each value in them.", READING_CODES),
    ("One record", "What a record says, held against its sources and itself.", RULES),
    ("Records read together", "What shows only next to other records.", PORTFOLIO_RULES),
)


def page() -> str:
    """Return the reference page in Markdown."""
    return "\n".join([HEAD, *_contents(), *(line for part in PARTS for line in _part(*part))])


def _contents() -> list[str]:
    rows = ["| Code | Severity | What is wrong |", "|---|---|---|"]
    every = sorted((each for _, _, part in PARTS for each in part), key=lambda each: each.code)
    rows += [f"| [{e.code}](#{e.code}) | {e.severity} | {e.summary} |" for e in every]
    return [*rows, ""]


def _part(
    title: str, about: str, entries: tuple[Rule | PortfolioRule | ReadingCode, ...]
) -> list[str]:
    lines = [f"## {title}", "", about, ""]
    for entry in sorted(entries, key=lambda entry: entry.code):
        body = re.sub(r"^(Example|What to do):", r"**\1:**", entry.page.strip(), flags=re.MULTILINE)
        lines += [f"### {entry.code}", "", f"*{entry.severity}*", "", body, ""]
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
