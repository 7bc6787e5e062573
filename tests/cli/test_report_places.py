"""`ssrpolicy report` and its neighbours: where their files may stand, and where they may not."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

DAY = ("--as-of", "2010-12-31")


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_report_from_within_a_record_s_folder_names_another(run: Run, letter_copy: Path) -> None:
    """Where the working folder is the record's, nothing is written, and a place is named."""
    before = everything(letter_copy)

    with contextlib.chdir(letter_copy):
        result = run("report", ".", "--to", "json", *DAY)

    assert (result.exit_code, everything(letter_copy)) == (2, before)
    instead = letter_copy.parent / "reports"
    assert f"Write to another folder: --output-dir {instead}\n" in result.stderr
    assert run("report", letter_copy, "--to", "json", "--output-dir", instead, *DAY).exit_code == 0


def test_a_report_over_a_record_names_a_file_of_its_own_kind(
    run: Run, letter: Path, letter_copy: Path
) -> None:
    """Of a report that was to replace a record.toml, the way out has the reporter's suffix."""
    target = letter_copy / "record.toml"

    result = run("report", letter, "--to", "html", "--output", target, *DAY)

    assert result.exit_code == 2
    assert f"such as {letter_copy.parent / 'report.html'}." in result.stderr


@pytest.mark.parametrize("name", ["", "sources", "reports/2010"])
def test_a_folder_of_reports_is_not_in_a_record(run: Run, letter_copy: Path, name: str) -> None:
    """--output-dir in a record's folder is refused before anything is made."""
    before = everything(letter_copy)

    result = run(
        *("report", letter_copy, "--to", "json", "--to", "html"),
        *("--output-dir", letter_copy / name, *DAY),
    )

    assert (result.exit_code, everything(letter_copy)) == (2, before)
    assert not (letter_copy / "reports").exists()


def test_a_template_or_text_that_is_read_stays(run: Run, letter: Path, tmp_path: Path) -> None:
    """A file among the options is not the output, whichever reporter it is for."""
    texts = tmp_path / "kst-32123-X-124.html"
    texts.write_text("Contactpersoon: A. de Vries")

    result = run(
        *("report", letter, "--to", "word", "--to", "html", "-o", f"word.texts={texts}"),
        *("--output-dir", tmp_path, *DAY),
    )

    assert result.exit_code == 2
    assert "is read for this very report" in result.stderr
    assert texts.read_text() == "Contactpersoon: A. de Vries"


def test_two_reports_do_not_lead_to_one_file(run: Run, letter: Path, tmp_path: Path) -> None:
    """A link from the one name to the other would let the second replace the first."""
    (tmp_path / "kst-32123-X-124.json").symlink_to("kst-32123-X-124.html")

    result = run("report", letter, "--to", "json", "--to", "html", "--output-dir", tmp_path, *DAY)

    assert result.exit_code == 2
    assert "lead to one file" in result.stderr
    assert not (tmp_path / "kst-32123-X-124.html").exists()


def test_a_report_can_go_to_standard_output(run: Run, letter: Path, tmp_path: Path) -> None:
    """--output - gives the report and nothing else; no file gets that name."""
    with contextlib.chdir(tmp_path):
        result = run("report", letter, "--to", "json", "--output", "-", *DAY)
        refused = run("report", letter, "--to", "json", "--output-dir", "-", *DAY)

    assert json.loads(result.stdout)["id"] == "kst-32123-X-124"
    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "with --output -" in refused.stderr


def exported(run: Run, letter: Path, folder: Path, *words: str) -> tuple[Path, tuple[object, ...]]:
    """A JSON record that was written from a letter's, and the command that wrote it."""
    target = folder / "letter.json"
    report = ("report", letter, "--to", "json", "--output", target, *DAY, *words)
    assert run(*report).exit_code == 0
    return target, report


def test_a_json_record_with_updates_of_its_own_is_not_replaced(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """What was merged into an exported record is nowhere else; --overwrite gives it up."""
    target, report = exported(run, letter, tmp_path)
    data = json.loads(target.read_text("utf-8"))
    update = {"statement": "african-union", "date": "2011-03-01", "by": "nl-bz", "claimed": "open"}
    data["updates"] = [*data.get("updates", []), update]
    target.write_text(json.dumps(data), encoding="utf-8")

    refused = run(*report)

    assert refused.exit_code == 2
    assert "african-union, 2011-03-01, by nl-bz" in refused.stderr
    assert run(*report, "--overwrite").exit_code == 0
    assert run(*report).exit_code == 0


def test_a_json_record_with_an_entry_of_its_own_is_not_replaced(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """A statement that somebody added to an exported record is nowhere else, either."""
    target, report = exported(run, letter, tmp_path)
    data = json.loads(target.read_text("utf-8"))
    data["statements"].append({**data["statements"][0], "id": "added-by-hand"})
    written = json.dumps(data)
    target.write_text(written, encoding="utf-8")

    refused = run(*report)

    assert refused.exit_code == 2
    assert "kst-32123-X-124#added-by-hand" in refused.stderr
    assert target.read_text("utf-8") == written
    assert run(*report, "--overwrite").exit_code == 0


CHANGED: dict[str, tuple[Callable[[Any], object], str]] = {
    "a text": (
        lambda data: data["statements"][0]["summary"].update(nl="Anders gezegd."),
        "kst-32123-X-124#no-general-intensification",
    ),
    "a title": (lambda data: data["title"].update(nl="Anders."), "kst-32123-X-124: title"),
    "a name": (lambda data: data["parties"][0]["name"].update(nl="Anders."), "kst-32123-X-124: "),
    "an answer": (
        lambda data: data["dispositions"][0].update(answer="partly"),
        "kst-32123-X-124: be-informed, letter",
    ),
    "what is set aside": (
        lambda data: data["set_aside"][0].update(reason="courtesy"),
        "kst-32123-X-124: ",
    ),
    "a key that no record has": (
        lambda data: data["statements"][0].update(remark="Bellen."),
        "/statements/0/remark: ",
    ),
}


def _selected_by(criteria: dict[str, Any]) -> Callable[[Any], object]:
    return lambda data: data["derived"].update(selection={"criteria": criteria, "chosen": []})


DERIVED: dict[str, tuple[Callable[[Any], object], str]] = {
    "where a statement stands": (
        lambda data: data["derived"]["progress"]["african-union"].update(claimed="fulfilled"),
        "/derived: Where the statements are said to stand",
    ),
    "where a quote stands": (
        lambda data: data["statements"][0]["quotes"][0]["selector"][1].update(start=1),
        "/statements/0/quotes/0: The quote is said to stand at 1 to ",
    ),
    "an address": (
        lambda data: data["documents"][0]["derived"].update(address="https://example.org/"),
        "/documents/0/derived: The address of ",
    ),
    "what is selected": (
        lambda data: data["derived"].update(
            selection={"criteria": {"owners": ["nl-bz"]}, "chosen": ["african-union", "no-entry"]}
        ),
        "/derived/selection: What is said to be in the selection",
    ),
    "by what is selected": (
        lambda data: data["derived"].update(selection={"criteria": {"owner": 3}, "chosen": []}),
        "/derived/selection: What is said to be in the selection",
    ),
    **{
        f"a selection by {criteria}": (
            _selected_by(criteria),
            "/derived/selection: What is said to be in the selection",
        )
        for criteria in (
            {},
            {"due_within": "banana"},
            {"owners": "BOGUS"},
            {"due_within": True},
            {"asked_since": "yesterday"},
            {"asked_since": "20300101"},
            {"kinds": ["promise"]},
            {"words": None},
        )
    },
}


@pytest.mark.parametrize(
    "what, words",
    [
        *((what, words) for what in CHANGED for words in [(), ("-o", "derived=no")]),
        *((what, ()) for what in DERIVED),
    ],
)
def test_a_json_record_that_somebody_changed_is_not_replaced(
    run: Run, letter: Path, tmp_path: Path, what: str, words: tuple[str, ...]
) -> None:
    """A change inside an entry is as lost as one of its own; the name that is given works."""
    change, named = (CHANGED | DERIVED)[what]
    target, report = exported(run, letter, tmp_path, *words)
    data = json.loads(target.read_text("utf-8"))
    change(data)
    written = json.dumps(data)
    target.write_text(written, encoding="utf-8")

    refused = run(*report)

    assert refused.exit_code == 2
    assert named in refused.stderr
    assert target.read_text("utf-8") == written
    other = tmp_path / "letter-1.json"
    assert str(other) in refused.stderr
    assert run(*(other if each == target else each for each in report)).exit_code == 0
    assert run(*report, "--overwrite").exit_code == 0


@pytest.mark.parametrize(
    "encoding, said", [("utf-8-sig", "kst-32123-X-124: title"), ("utf-16", "The file ")]
)
def test_a_changed_json_record_in_another_encoding_is_not_replaced(
    run: Run, letter: Path, tmp_path: Path, encoding: str, said: str
) -> None:
    """The reason stands alone where it is of no place in the file."""
    target, report = exported(run, letter, tmp_path)
    data = json.loads(target.read_text("utf-8"))
    data["title"]["nl"] = "Anders."
    target.write_text(json.dumps(data), encoding)

    refused = run(*report)

    assert refused.exit_code == 2
    assert f"  {said}" in refused.stderr
    assert "None" not in refused.stderr


@pytest.mark.parametrize("words", [(), ("-o", "derived=no")], ids=["derived", "plain"])
def test_what_a_report_wrote_is_replaced_after_the_record_changed(
    run: Run, letter_copy: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Day after day: on another day, laid out otherwise, and after an entry was changed."""
    target, report = exported(run, letter_copy, tmp_path, *words)
    file = letter_copy / "record.toml"
    before = file.read_text("utf-8")
    file.write_text(before.replace('name.en = "EULEX Kosovo"', 'name.en = "EULEX"', 1), "utf-8")
    data = json.loads(target.read_text("utf-8"))
    target.write_text(json.dumps(data), encoding="utf-8")

    renewed = run(*report)

    assert file.read_text("utf-8") != before
    assert renewed.exit_code == 0, renewed.stderr
    assert json.loads(target.read_text("utf-8"))["derived"]["sha256"] != data["derived"]["sha256"]


@pytest.mark.parametrize("words", [("--output", "loop"), ("--output-dir", "loop")])
def test_links_in_a_circle_are_no_place_for_a_report(
    run: Run, letter: Path, tmp_path: Path, words: tuple[str, str]
) -> None:
    """A link that leads to itself is refused with that reason."""
    (tmp_path / "loop").symlink_to("loop")

    with contextlib.chdir(tmp_path):
        result = run("report", letter, "--to", "json", *words, *DAY)

    assert result.exit_code == 2
    assert "leads round in a circle" in result.stderr


@pytest.mark.parametrize(
    "name, nearest",
    [
        ("stand: mei.json", "stand- mei.json"),
        ("NUL.json", "_NUL.json"),
        ("com1", "_com1"),
        ("wat?.json", "wat-.json"),
        ("stand.json.", "stand.json"),
        ("a\nb.json", "a b.json"),
        ("a\u202ebnosj.json", "abnosj.json"),
    ],
)
def test_a_name_that_windows_cannot_hold_is_refused(
    run: Run, letter: Path, tmp_path: Path, name: str, nearest: str
) -> None:
    """The nearest name that works is given, and it works."""
    report = ("report", letter, "--to", "json", *DAY)

    refused = run(*report, "--output", tmp_path / name)

    assert (refused.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert f"Name it {tmp_path / nearest}, for one." in refused.stderr
    assert run(*report, "--output", tmp_path / nearest).exit_code == 0


def test_new_folders_have_such_names_too(run: Run, letter: Path, tmp_path: Path) -> None:
    """A folder for reports, a new record and a new plugin are made under such names only."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    for words in (
        ("report", letter, "--to", "json", "--output-dir", tmp_path / "mei:juni", *DAY),
        ("new", source, tmp_path / "mei:juni"),
        ("new-reporter", "action-list", tmp_path / "mei:juni"),
    ):
        refused = run(*words)
        assert refused.exit_code == 2
        assert f"Name it {tmp_path / 'mei-juni'}, for one." in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_new_folders_do_not_stand_in_a_record(run: Run, letter: Path, letter_copy: Path) -> None:
    """A record within a record would never be found, and a plugin there is no part of it."""
    source = letter / "sources" / "kst-32123-X-124.txt"
    before = everything(letter_copy)

    for words in (("new", source, letter_copy / "a"), ("new-reporter", "b", letter_copy / "b")):
        refused = run(*words)
        assert refused.exit_code == 2
        assert f"such as {letter_copy.parent / str(words[2])[-1]}." in refused.stderr
    assert everything(letter_copy) == before


def test_a_source_s_name_is_one_that_every_system_holds(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    """The copy of a source has its name, so that must do everywhere."""
    source = tmp_path / "Brief: versie 2.txt"
    source.write_bytes((letter / "sources" / "kst-32123-X-124.txt").read_bytes())

    refused = run("new", source, tmp_path / "new")

    assert refused.exit_code == 2
    assert "has the sign :" in refused.stderr
    assert "such as Brief- versie 2.txt." in refused.stderr
    assert not (tmp_path / "new").exists()


def test_a_suffix_that_no_program_knows_is_remarked(run: Run, letter: Path, tmp_path: Path) -> None:
    """The report is written: whoever names a file may have a reason."""
    odd, known = tmp_path / "note.jason", tmp_path / "note.json"
    written = {
        each: run("report", letter, "--to", "json", "--output", each, *DAY) for each in (odd, known)
    }

    assert odd.is_file()
    assert "note.jason is not named .json" in " ".join(written[odd].stderr.split())
    assert "is not named" not in written[known].stderr
