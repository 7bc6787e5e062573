"""A record, and whatever was read, is never written over; the message names a place that works."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import codec
from ssrpolicy.errors import OutputError
from ssrpolicy.testing import nasty_record, small_record

Copied = Callable[[str], Path]


def refusal(target: Path, **more: object) -> str:
    """The message and the hint with which a path is refused as the place of a report."""
    with pytest.raises(OutputError) as refused:
        codec.refuse_output(target, **more)  # type: ignore[arg-type]  # each test gives arguments of its own, by name
    return str(refused.value)


def named(message: str) -> Path:
    """The path that a refusal names as one that works."""
    found = re.search(r"such as (.+)\.$", message, re.MULTILINE)
    assert found is not None
    return Path(found[1])


@pytest.mark.parametrize(
    "name", ["record.toml", "sources/kst-32123-X-124.txt", "new.xlsx", "sources/new.txt", "a/b.txt"]
)
def test_nothing_in_a_record_s_folder_is_an_output(letter_copy: Path, name: str) -> None:
    """Old or new, next to record.toml or deeper, through a link too; another place is named."""
    link = letter_copy.parent / "link"
    link.symlink_to(letter_copy)

    for folder in (letter_copy, link):
        message = refusal(folder / name)

        assert f"is part of the record in {letter_copy}" in message
        assert not named(message).exists()
        assert named(message).parent == letter_copy.parent
        codec.refuse_output(named(message))


def test_a_link_in_a_record_s_folder_is_part_of_it(letter_copy: Path) -> None:
    """Wherever the link leads, what stands in the record's folder stays as it is."""
    link = letter_copy / "tracker.xlsx"
    link.symlink_to(letter_copy.parent / "elsewhere.xlsx")

    assert "is part of the record" in refusal(link)


@pytest.mark.parametrize("name", ["draft.toml", "Decisions.toml", "ssrpolicy.toml"])
@pytest.mark.parametrize("there", [True, False])
def test_what_people_decide_and_set_is_not_a_report(
    tmp_path: Path, name: str, *, there: bool
) -> None:
    """Proposals, decisions and settings stand outside the folder of a record, too."""
    target = tmp_path / name
    if there:
        target.write_text("drafter = 1\n", encoding="utf-8")
    message = refusal(target, suffix=".json")
    assert "is named as a file with proposals, decisions or settings is" in message
    codec.refuse_output(named(message))


@pytest.mark.parametrize("format, held", [("draft", "proposals"), ("decisions", "decisions")])
@pytest.mark.parametrize(
    "name, before",
    [("kept.toml", ""), ("kept.txt", "# Made for the meeting.\r\n\r\n"), ("kept.xlsx", "\ufeff")],
)
def test_proposals_and_decisions_under_another_name_stay(
    tmp_path: Path, *, format: str, held: str, name: str, before: str
) -> None:
    """A copy that somebody keeps is known by how it begins, and called what it is."""
    kept = tmp_path / name
    kept.write_text(f'{before}format = "ssrpolicy-{format}/1"\n', encoding="utf-8")
    assert f"holds {held}, and is not written over" in refusal(kept)


def test_a_page_that_holds_a_record_is_a_report(tmp_path: Path) -> None:
    """What it begins with decides, for a page carries the words of its record."""
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html>\n<pre>\nformat = "ssrpolicy-record/1"\n', encoding="utf-8")
    codec.refuse_output(page)


@pytest.mark.parametrize("text", ["# " * 40 + "\n", "#\n \n" * 5_000, "# \r\n\t" * 5_000])
def test_a_file_of_comments_alone_is_quickly_read(tmp_path: Path, text: str) -> None:
    """However its comments are laid out, there is one way to read them."""
    noted = tmp_path / "notes.txt"
    noted.write_text(f"{text}x", encoding="utf-8", newline="")
    began = time.process_time()
    codec.refuse_output(noted)
    assert time.process_time() - began < 1


def test_a_folder_called_record_toml_makes_no_record_around_it(tmp_path: Path) -> None:
    """A slip that made such a folder does not close the folder it stands in."""
    (tmp_path / "record.toml").mkdir()
    codec.refuse_output(tmp_path / "tracker.xlsx")


def test_a_new_record_toml_is_not_a_report(tmp_path: Path) -> None:
    """A report called record.toml would make its folder a damaged record."""
    assert "is named as a record is" in refusal(tmp_path / "Record.TOML")


def test_what_was_read_is_known_under_any_name(tmp_path: Path) -> None:
    """The template of a report is not its output: by its path, a link, or another hard link."""
    template, link, hard = (tmp_path / name for name in ("huis.docx", "link.docx", "hard.docx"))
    template.write_bytes(b"PK")
    link.symlink_to(template)
    hard.hardlink_to(template)

    for each in (template, link, hard, tmp_path / "x" / ".." / "huis.docx"):
        message = refusal(each, read=[template])
        assert "is read for this very report" in message
        codec.refuse_output(named(message), read=[template])


@pytest.mark.parametrize(
    "name", ["other.json", "other.JSON", "other.toml", "link.xlsx", "other.txt"]
)
def test_a_record_of_another_name_is_known_by_its_content(
    tmp_path: Path, letter: Path, name: str
) -> None:
    """A JSON record, or a record.toml under another name, is a record all the same."""
    other = tmp_path / name
    if name.endswith("toml"):
        other.write_bytes((letter / "record.toml").read_bytes())
    else:
        codec.dump_json(small_record(), tmp_path / "other.json")
        if name == "link.xlsx":
            other.symlink_to("other.json")
        elif name != "other.json":
            (tmp_path / "other.json").rename(other)
    if name != "other.toml":
        codec.refuse_output(other, replaceable=[small_record().id])

    assert "is a record, and not written over" in refusal(other)


def test_a_json_record_is_renewed_by_the_same_records_only(tmp_path: Path) -> None:
    """A later export takes the place of the earlier one, and of nothing else."""
    target = tmp_path / "record.json"
    ssrpolicy.dump(small_record(), target)
    before = target.read_bytes()

    ssrpolicy.dump([small_record(), nasty_record()], target, overwrite=True)
    with pytest.raises(OutputError, match="is a record, and not written over"):
        ssrpolicy.dump(small_record(), target, overwrite=True)
    target.write_bytes(before)
    ssrpolicy.dump(small_record(), target, overwrite=True)

    assert target.read_bytes() == before


@pytest.mark.parametrize(
    "portfolio, is_renewed",
    [
        ('{"format":"ssrpolicy-records/1","records":[{"id":"a"},{"id":"b"}]}', True),
        ('\ufeff{"format":"ssrpolicy-records/1","records":[{"id":"a"}]}', True),
        ('{"records": [{"id": "b"}],\n "format": "ssrpolicy-records/1"}\n', True),
        ('{"format": "ssrpolicy-records/1", "records": []}', True),
        ('{"format": "ssrpolicy-records/1", "records": [{"id": "a"}, {"id": "c"}]}', False),
        ('{"format": "ssrpolicy-records/1", "records": [{"id": "a"}], "records": []} {}', False),
        ('{"format":"ssrpolicy-records/1","records":[{"id":"a"}],"records":[{"id":"c"}]}', False),
        ('{"format": "ssrpolicy-records/1", "records": [{"id": "a"}, {"name": "b"}]}', False),
        ('{"format": "ssrpolicy-records/1", "records": [{"id": "a"}] {"id": "c"}', False),
        ('{"format": "ssrpolicy-records/1", "records": [{"id": "a"}, ["id"]]}', False),
        ('{"format": "ssrpolicy-records/1\n", "records": [{"id": "a"}]}', False),
    ],
)  # fmt: skip
def test_a_portfolio_is_known_by_its_records_however_it_is_laid_out(
    tmp_path: Path, portfolio: str, *, is_renewed: bool
) -> None:
    """It may be replaced by the same records where it has no other, be it of us or not."""
    target = tmp_path / "records.json"
    target.write_text(portfolio, "utf-8")

    if is_renewed:
        codec.refuse_output(target, replaceable=["a", "b"])
    else:
        with pytest.raises(OutputError, match="is a record, and not written over"):
            codec.refuse_output(target, replaceable=["a", "b"])


def test_data_of_another_kind_may_be_replaced(tmp_path: Path) -> None:
    """A JSON file that holds no record is any file."""
    target = tmp_path / "package.json"
    target.write_text('{"format": "npm"}')

    codec.refuse_output(target)


def test_python_does_not_dump_over_a_record(letter_copy: Path) -> None:
    """From Python too, a record's own files stay as they are."""
    before = (letter_copy / "record.toml").read_bytes()

    refused = {
        "record.toml": "is another record, and not written over",
        "other.toml": "is the folder of a record",
        "sources/record.toml": "is part of the record in",
        "sources": "is part of the record in",
        "sources/kst-32123-X-124.json": "is part of the record in",
        "": "is another record, and not written over",
    }
    for name, message in refused.items():
        with pytest.raises(OutputError, match=message):
            ssrpolicy.dump(small_record(), letter_copy / name, overwrite=True)

    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_file_named_by_a_dash_is_not_made(tmp_path: Path) -> None:
    """From Python a hyphen is refused with what to give instead."""
    assert "sys.stdout.buffer" in refusal(tmp_path / "-")


def test_links_in_a_circle_are_plainly_refused(tmp_path: Path) -> None:
    """A link that leads to itself is not a place for a file."""
    loop = tmp_path / "loop.json"
    loop.symlink_to("loop.json")

    with pytest.raises(OutputError, match="leads round in a circle"):
        ssrpolicy.dump(small_record(), loop)
