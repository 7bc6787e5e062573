"""The page on reporters says how a plugin comes to speak Dutch, and that is all that is needed."""

import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.frontend import CommandLineInterface

from ssrpolicy import messages_in
from ssrpolicy.reporting import Catalogue

GUIDE = Path(__file__).parents[2] / "docs/how-to/write-a-reporter.md"
MODULE = """
from ssrpolicy.reporting import Catalogue, ContentError, marked, option

_ = Catalogue("acme_lines")
SUMMARY = marked("A plain list of commitments.")
BULLET = option("-", help=marked("What stands before each commitment."))

def refuse(count):
    return _.plural("{number} line", "{number} lines", count), _("{item} is too long.", item="A")
"""
DUTCH = {
    "A plain list of commitments.": "Een lijst van toezeggingen.",
    "What stands before each commitment.": "Wat voor elke toezegging staat.",
    "{item} is too long.": "{item} is te lang.",
}


def run(command: str) -> None:
    """Run a command of Babel that stands on the page."""
    babel: Any = CommandLineInterface()
    babel.run(shlex.split(command))


def test_the_commands_of_the_page_make_a_catalogue_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages, plurals, summary and help are found in the code; a later change keeps the rest."""
    extract, init, compile_, update = re.findall(
        r"^pybabel .+$", GUIDE.read_text("utf-8"), re.MULTILINE
    )
    package = tmp_path / "acme_lines"
    package.mkdir()
    (package / "__init__.py").write_text(MODULE, encoding="utf-8")
    (package / "locale").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "acme_lines", raising=False)  # that of another page

    run(extract)
    run(init)
    file = package / "locale/nl/LC_MESSAGES/acme_lines.po"
    text = file.read_text("utf-8")
    for english, dutch in DUTCH.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{dutch}"')
    text = text.replace('[0] ""', '[0] "{number} regel"').replace('[1] ""', '[1] "{number} regels"')
    file.write_text(text, encoding="utf-8")
    run(compile_)
    run(extract)
    run(update)

    speaks = Catalogue("acme_lines")
    with messages_in("nl"):
        assert [speaks(each, item="{item}") for each in DUTCH] == [*DUTCH.values()]
        assert speaks.plural("{number} line", "{number} lines", 2) == "2 regels"
    assert all(dutch in file.read_text("utf-8") for dutch in DUTCH.values())
    sys.modules.pop("acme_lines", None)
