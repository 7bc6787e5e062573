"""`ssrpolicy report` replaces a JSON record that it wrote, and none that somebody changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

pytestmark = pytest.mark.heavy

Run = Callable[..., Result]
DAY = ("--as-of", "2010-12-31")


EXPORTED: dict[tuple[str, ...], bytes] = {}
"""The JSON record of the letter, made once for each of the words that more is asked in."""


def exported(run: Run, letter: Path, folder: Path, *words: str) -> tuple[Path, tuple[object, ...]]:
    """A JSON record that was written from a letter's, and the command that wrote it."""
    target = folder / "letter.json"
    report = ("report", letter, "--to", "json", "--output", target, *DAY, *words)
    if words in EXPORTED:
        target.write_bytes(EXPORTED[words])
    else:
        assert run(*report).exit_code == 0
        EXPORTED[words] = target.read_bytes()
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
        *((what, ()) for what in CHANGED | DERIVED),
        ("an answer", ("-o", "derived=no")),
        # Without what is derived, entries are compared by the same code.
        *(
            pytest.param(what, ("-o", "derived=no"), marks=pytest.mark.slow)
            for what in CHANGED
            if what != "an answer"
        ),
    ],
)
def test_a_json_record_that_somebody_changed_is_not_replaced(
    run: Run, letter: Path, tmp_path: Path, what: str, words: tuple[str, ...]
) -> None:
    """A change inside an entry is as lost as one of its own; another name is advised."""
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
    assert str(tmp_path / "letter-1.json") in refused.stderr


@pytest.mark.parametrize("what", ["an answer", "where a quote stands"])
def test_a_changed_json_record_is_replaced_where_that_is_asked(
    run: Run, letter: Path, tmp_path: Path, what: str
) -> None:
    """What a refusal advises works: the name that it gives, and --overwrite."""
    change, _named = (CHANGED | DERIVED)[what]
    target, report = exported(run, letter, tmp_path)
    data = json.loads(target.read_text("utf-8"))
    change(data)
    target.write_text(json.dumps(data), encoding="utf-8")

    other = tmp_path / "letter-1.json"
    assert run(*(other if each == target else each for each in report)).exit_code == 0
    assert run(*report, "--overwrite").exit_code == 0
    assert target.read_bytes() == other.read_bytes()


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


def test_the_report_of_a_plugin_in_json_is_replaced(run: Run, letter: Path, tmp_path: Path) -> None:
    """It states no format of ours, so that nothing in it was ever a record."""
    (tmp_path / "points.py").write_text(
        "from ssrpolicy.reporting import NoOptions, hookimpl\n"
        "class Points:\n"
        "    name, summary, suffix, media_type = 'points', 'Points.', 'json', 'application/json'\n"
        "    api, options = 1, NoOptions\n"
        '    def write(self, report, out): out.write(b\'{"type": "FeatureCollection"}\')\n'
        "@hookimpl\n"
        "def ssrpolicy_reporters(): return [Points()]\n"
    )
    to = ("--to", "points", "--plugins-dir", tmp_path, "--output", tmp_path / "points.json")

    assert [run("report", letter, *to, *DAY).exit_code for _ in range(2)] == [0, 0]
