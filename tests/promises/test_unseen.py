"""What is not seen and acts all the same is shown as its code, wherever a record's texts go."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import ssrpolicy
from ssrpolicy import LocalText
from ssrpolicy.cli.main import _command
from ssrpolicy.unseen import visible
from tables import each_case

AS_OF = dt.date(2034, 4, 15)
ACTING = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff"
)
NOTE = f"De brief is{ACTING} af; „coördinatie” en vlag 🇳🇱 en 👩🏽‍🚒."


@pytest.fixture
def record(copied_record: Callable[[str], Path]) -> ssrpolicy.PolicyRecord:
    """The invented record, with such marks in a note, a summary, a title and a quote."""
    folder = copied_record("lagemeer-2031-7")
    record = ssrpolicy.load(folder)
    first, *statements = record.statements
    changed = attrs.evolve(first, summary=LocalText(nl=f"Kern: {NOTE}", en=f"Core: {NOTE}"))
    update = attrs.evolve(record.updates[0], note=LocalText(nl=NOTE, en=NOTE))
    return attrs.evolve(
        record,
        title=LocalText(nl=f"Titel {NOTE}", en=f"Title {NOTE}"),
        statements=(changed, *statements),
        updates=(update, *record.updates[1:]),
    )


def text_in(data: bytes) -> str:
    """Everything that a file holds as text, its parts unpacked."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("name", ["excel", "word", "word-annex", "word-changes", "html"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_document_has_a_mark_that_acts_unseen(
    record: ssrpolicy.PolicyRecord, name: str, language: ssrpolicy.Language
) -> None:
    """Each stands as its code in every report for people; letters, flags and emoji stay."""
    out = io.BytesIO()

    options = {"since": "2031-06-30"} if name == "word-changes" else None
    ssrpolicy.report(record, name, out, as_of=AS_OF, language=language, options=options)

    text = text_in(out.getvalue())
    assert re.findall(f"[{ACTING}]", text.removeprefix("\ufeff")) == []
    if name in {"excel", "word", "html"}:
        assert f"is{visible(ACTING)} af" in text
        assert "coördinatie" in text
        assert "👩🏽‍🚒" in text


def test_neither_terminal_nor_finding_has_one(letter_copy: Path) -> None:
    """A note, a title and a quote are shown with codes; so is a quote that is not found."""
    file = letter_copy / "record.toml"
    added = (
        '\n[[updates]]\nstatement = "african-union"\ndate = 2011-03-01\nby = "nl\\u202e-zb"\n'
        'note = "af\\u202e en \\u200b klaar"\n'
        '\n[[set_asides]]\nreason = "courtesy"\nquote = "Geachte\\u202e Voorzitter"\n'
    )
    file.write_bytes(file.read_bytes() + added.encode())

    for words in (["check"], ["show"], ["check", "--format", "json"], ["report", "--to", "json"]):
        command, *rest = words
        seen = CliRunner().invoke(_command, [command, str(letter_copy), *rest]).output
        assert re.findall(f"[{ACTING}]", seen) == []
    entry = CliRunner().invoke(_command, ["show", str(letter_copy), "african-union"]).output
    assert "af\\u202e en \\u200b klaar" in entry


@each_case(
    "text",
    [
        "👩🏽‍🚒",
        "🏳️‍🌈",
        "می‌خواهم",
        "co\u00adördinatie",
        "tab\ten\nregel",
        "—’ „”",
        "e\u0301",
        "🇳🇱",
        "❤️",
    ],
)
def test_what_letters_and_signs_need_stays(text: str) -> None:
    """Joiners within emoji and Persian words, soft hyphens and accents do no harm."""
    assert visible(text) == text


@each_case("text", ["a\u200db", "a\u200c", "\u2028", "\U000e0041", "\u3164", "\x1b"])
def test_what_nobody_sees_is_shown(text: str) -> None:
    """What is not needed by a letter, or ends a line, is shown as its code."""
    assert visible(text).isascii()
