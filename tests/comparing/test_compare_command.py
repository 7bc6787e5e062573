"""`ssrpolicy compare` with what cannot be read, and paths that do not exist."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import ssrpolicy
from comparing.commanded import run
from ssrpolicy import ArgumentError, Commitment, FactsFrom, Firmness, PolicyRecord, Votes
from ssrpolicy.cli.main import _command


def test_a_record_that_cannot_be_read_is_told_with_the_reason(letter: Path, tmp_path: Path) -> None:
    """Not that nothing of it can be read alone, but why, with file and line."""
    (tmp_path / "record.toml").write_text("title = [\n", "utf-8")

    result = CliRunner().invoke(_command, ["compare", str(tmp_path), str(letter)])

    assert result.exit_code == 1
    assert f"Nothing of {tmp_path} can be read." in result.stderr
    assert "record.toml" in result.stderr
    assert "a quotation mark or bracket left open" in result.stderr


@pytest.mark.parametrize(
    "call",
    [
        lambda _record: ssrpolicy.load(""),
        lambda _record: ssrpolicy.new(""),
        lambda record: ssrpolicy.dump(record, ""),
    ],
    ids=["load", "new", "dump"],
)
def test_an_empty_path_is_refused(call: Callable[[PolicyRecord], object], letter: Path) -> None:
    """Python takes it for the working folder, which nobody who gives nothing means."""
    with pytest.raises(ArgumentError, match="The path is empty"):
        call(ssrpolicy.load(letter))


@pytest.mark.parametrize(
    "language, said",
    [
        (
            "nl",
            """Soort of stelligheid verschilt:
  toezegging police-trainers: De minister van Recht zendt uiterlijk op 1 juli
    2040 vijfentwintig politieopleiders naar Meralië.
    Verantwoordelijk: ministerie van Recht van Duinmark → ministerie van de
      Schatkist van Duinmark
    Stelligheid: stellig → streven

Verder gewijzigd:
  stuk letter: Bijdrage aan politie en rechtspraak in Meralië
    Datum: 6 februari 2040 → 7 februari 2040
""",
        ),
        (
            "en",
            """Kind or firmness differs:
  commitment police-trainers: The Minister of Law will send twenty-five police
    trainers to Meralia by 1 July 2040.
    Responsible: Duinmark Ministry of Law → Duinmark Ministry of the Treasury
    Firmness: firm → aspirational
""",
        ),
    ],
)
def test_differences_are_in_the_words_of_people(
    language: str, said: str, fixtures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fields, vocabularies, codes and days have the words of reports, in the reader's language."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", language)
    old = fixtures / "records" / "duinmark-2040-3"
    record = ssrpolicy.load(old)
    trainers = record.statement("police-trainers")
    assert isinstance(trainers, Commitment)
    changed = attrs.evolve(trainers, firmness=Firmness.ASPIRATIONAL, owners=("dm-schatkist",))
    letter = attrs.evolve(record.document("letter"), date=dt.date(2040, 2, 7))
    new = attrs.evolve(
        record,
        documents=tuple(letter if each.id == "letter" else each for each in record.documents),
        statements=tuple(changed if each is trainers else each for each in record.statements),
    )
    ssrpolicy.dump(new, tmp_path / "new.json")

    result = CliRunner().invoke(_command, ["compare", str(old), str(tmp_path / "new.json")])

    assert said in result.stdout, result.stdout


@pytest.mark.parametrize(
    "language, said",
    [
        (
            "nl",
            [
                "Stemmen: 52 voor, 23 tegen → 51 voor, 24 tegen",
                "Uit het register: – → Datum, Uitkomst",
                "Uit andere bron: – → Stemmen: Handelingen van de Staten",
            ],
        ),
        (
            "en",
            [
                "Votes: 52 in favour, 23 against → 51 in favour, 24 against",
                "From the register: – → Date, Outcome",
                "From another source: – → Votes: Handelingen van de Staten",
            ],
        ),
    ],
)
def test_values_of_a_paper_are_said_as_people_say_them(
    language: str, said: list[str], fixtures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key of the record's file, neither of votes nor of where metadata come from."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", language)
    record = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    motion = next(each for each in record.documents if each.votes is not None)
    bare = attrs.evolve(motion, from_register=(), facts_from=(), metadata_from=None)
    changed = attrs.evolve(
        bare,
        votes=Votes(in_favour=51, against=24),
        from_register=("date", "outcome"),
        facts_from=(FactsFrom(facts=("votes",), name="Handelingen van de Staten"),),
    )
    for name, paper in (("old", bare), ("new", changed)):
        papers = tuple(paper if each is motion else each for each in record.documents)
        ssrpolicy.dump(attrs.evolve(record, documents=papers), tmp_path / f"{name}.json")

    paths = [str(tmp_path / f"{name}.json") for name in ("old", "new")]
    result = CliRunner().invoke(_command, ["compare", *paths])

    printed = " ".join(result.stdout.split())
    assert [each for each in said if each not in printed] == []


@pytest.mark.parametrize(
    "language, said",
    [
        ("nl", "Verband met andere: vervangt radar-post → vervangt lagemeer-2031-7#radar-post"),
        ("en", "Relations: supersedes radar-post → supersedes lagemeer-2031-7#radar-post"),
    ],
)
def test_a_relation_that_names_the_other_record_is_shown_with_it(
    invented: PolicyRecord, tmp_path: Path, language: str, said: str
) -> None:
    """Two readings under two ids: what was a relation within the record leads out of the second."""
    copied = attrs.evolve(invented, id="second-reading")
    for name, record in (("one.json", invented), ("two.json", copied)):
        ssrpolicy.dump(record, tmp_path / name)
    asked = ["compare", str(tmp_path / "one.json"), str(tmp_path / "two.json")]

    shown = CliRunner(env={"SSRPOLICY_LANGUAGE": language}).invoke(_command, asked).stdout

    assert said in " ".join(shown.split())
    for line in shown.splitlines():
        before, arrow, after = line.partition(" → ")
        assert not arrow or before.rpartition(": ")[2] != after


def test_what_differs_is_printed_whole(fixtures: Path, tmp_path: Path) -> None:
    """However long it is, also where the difference is in its last words."""
    old = ssrpolicy.load(fixtures / "records" / "duinmark-2040-3")
    long = " ".join(f"Zin {number} over de opleiders." for number in range(200))
    texts = [ssrpolicy.LocalText(nl=f"{long} {end}") for end in ("Akkoord.", "Geweigerd.")]
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder, text in zip(folders, texts, strict=True):
        first, *others = old.statements
        changed = attrs.evolve(first, summary=text)
        ssrpolicy.dump(attrs.evolve(old, statements=(changed, *others)), folder)

    printed = " ".join(run(*map(str, folders)).split())

    for text in texts:
        assert text.text("nl") in printed
