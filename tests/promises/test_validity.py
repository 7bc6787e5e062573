"""Every Office document of ours passes the checkers of the format, but for a written baseline."""

import datetime as dt
import re
import shutil
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import ooxml_integrity
import pytest
from click.testing import CliRunner, Result
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]  # it says nothing of its types

import ssrpolicy
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.cli.main import _command
from ssrpolicy.testing import empty_record, nasty_record, small_record

pytestmark = pytest.mark.heavy

BASELINE = tomllib.loads(Path(__file__).with_name("validity.toml").read_text(encoding="utf-8"))
AS_OF = dt.date(2034, 4, 15)
WORD: dict[str, tuple[str, dict[str, object]]] = {
    "note": ("word", {}),
    "note-in-full": ("word", {"detail": "full", "sections": "risks,not_public"}),
    "note-with-footnotes": ("word", {"sources": "footnotes"}),
    "dossier": ("word-dossier", {}),
    "dossier-with-list": ("word-dossier", {"sources": "list"}),
    "annex": ("word-annex", {}),
    "annex-with-footnotes": ("word-annex", {"sources": "footnotes"}),
    "changes": ("word-changes", {"since": "2031-06-30"}),
}


@pytest.fixture(scope="module")
def records(fixtures: Path) -> dict[str, tuple[PolicyRecord, ...]]:
    """The records of the fixtures together, and some that are odd."""
    folder = fixtures / "records"
    letter, invented = (ssrpolicy.load(folder / n) for n in ("kst-32123-X-124", "lagemeer-2031-7"))
    return {
        "both": (letter, invented),
        "small": (small_record(),),
        "nasty": (nasty_record(),),
        "empty": (empty_record(),),
    }


def audited(file: Path) -> Iterator[tuple[str, str]]:
    """What openxml-audit finds, warnings too: the part, and what is wrong with it."""
    # One for each file: it keeps what it read of the parts of the file before.
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    for error in validator.validate(str(file)).errors:
        yield str(error.part_uri), error.description


def unaccepted(documents: str, found: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is found and stands not in the baseline."""
    accepted = [each for each in BASELINE["accepted"] if each["documents"] == documents]
    return [
        (part, said)
        for part, said in found
        if not any(
            re.search(each["pattern"], said) and each.get("part", part) == part for each in accepted
        )
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "language, names", [("nl", ("both", "small", "nasty", "empty")), ("en", ("both",))]
)
@pytest.mark.parametrize("document", WORD)
def test_a_word_document_is_valid(
    records: dict[str, tuple[PolicyRecord, ...]],
    tmp_path: Path,
    document: str,
    language: Language,
    names: tuple[str, ...],
) -> None:
    """Neither checker finds anything in it, whatever its records hold, and in either language."""
    reporter, options = WORD[document]
    wrong = []
    for name in names:
        given = records[name]
        file = tmp_path / f"{name}.docx"
        ssrpolicy.report(given, reporter, file, as_of=AS_OF, language=language, options=options)
        wrong += unaccepted("word", audited(file))
        wrong += [(name, str(each)) for each in ooxml_integrity.check(str(file))]
    assert wrong == []


@pytest.mark.slow
@pytest.mark.parametrize("reporter", ["word", "word-dossier", "word-annex", "word-changes"])
def test_a_word_document_in_a_template_is_valid(
    records: dict[str, tuple[PolicyRecord, ...]], tmp_path: Path, reporter: str
) -> None:
    """A house style that was valid stays so with a document in it."""
    template, file = tmp_path / "huisstijl.docx", tmp_path / "document.docx"
    ssrpolicy.report(records["empty"], "word-annex", template, as_of=AS_OF, language="nl")
    options: dict[str, object] = {"template": str(template)}
    if reporter == "word-changes":
        options["since"] = "2031-06-30"
    ssrpolicy.report(records["both"], reporter, file, as_of=AS_OF, language="nl", options=options)
    assert unaccepted("word", audited(template)) == []
    assert unaccepted("word", audited(file)) == []
    assert [str(each) for each in ooxml_integrity.check(str(file))] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_workbook_of_proposals_is_valid(
    fixtures: Path, tmp_path: Path, language: Language
) -> None:
    """Of a letter with every kind of proposal."""
    letter, file = tmp_path / "brief.txt", tmp_path / "review.xlsx"
    shutil.copy(fixtures / "records" / "lagemeer-2031-7" / "sources" / "brief-7.txt", letter)
    assert commanded("new", letter, tmp_path / "brief").exit_code == 0
    assert commanded("draft", tmp_path / "brief").exit_code == 0
    words = ("report", tmp_path / "brief", "--to", "excel-review", "--output", file)
    result = commanded(*words, "--language", language, "--as-of", AS_OF.isoformat())
    assert result.exit_code == 0, result.stderr
    assert unaccepted("review", audited(file)) == []


def commanded(*words: str | Path) -> Result:
    """Run ``ssrpolicy``."""
    return CliRunner().invoke(_command, [str(each) for each in words])


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_tracker_is_valid_but_for_what_is_accepted(
    records: dict[str, tuple[PolicyRecord, ...]], tmp_path: Path, language: Language
) -> None:
    """What the checker finds in it stands in the baseline, with the reason."""
    file = tmp_path / "tracker.xlsx"
    ssrpolicy.report(records["both"], "excel", file, as_of=AS_OF, language=language)
    assert unaccepted("tracker", audited(file)) == []


def test_the_checkers_find_what_is_wrong(
    records: dict[str, tuple[PolicyRecord, ...]], tmp_path: Path
) -> None:
    """A document with an element out of its place is found, so that silence means something."""
    file, damaged = tmp_path / "note.docx", tmp_path / "damaged.docx"
    ssrpolicy.report(records["small"], "word", file, as_of=AS_OF, language="nl")
    with zipfile.ZipFile(file) as good, zipfile.ZipFile(damaged, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == "word/document.xml":
                data = data.replace(b"</w:body>", b"<w:zomaar/></w:body>")
            bad.writestr(name, data)
    assert unaccepted("word", audited(damaged)) != []


def test_every_exception_has_its_reason() -> None:
    """Nothing is accepted without a word on why."""
    assert all(len(each["reason"]) > 40 for each in BASELINE["accepted"])
