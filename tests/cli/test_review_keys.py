"""Keys of ``ssrpolicy review`` that correct one field, and how its questions end."""

import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import Result

import ssrpolicy
from draftable import ANSWERS, BY, DAY, decided, proposals
from ssrpolicy.cli.drafts.questions import KEPT, field_label
from ssrpolicy.model import DRAFTED_KINDS

Run = Callable[..., Result]


def number_of(printed: str, name: str) -> str:
    """The number under which a line of choices offers something."""
    return next(re.finditer(rf"\b(\d) {name}", printed))[1]


def test_one_field_is_corrected_by_a_key_and_a_number(run: Run, folder: Path) -> None:
    """What is shown is the entry as it would be; accepting it notes that it was edited."""
    (first, *_rest) = proposals(folder, "commitment")
    keys = "f\n4\nc\n2\na\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=keys)

    assert done.exit_code == 0, done.output
    assert "commitment (corrected)" in done.stdout
    (entry,) = ssrpolicy.load(folder).commitments
    assert (entry.firmness, entry.course) == ("exploratory", "recurring")
    assert (entry.id, entry.quotes) == (first.entry.id, first.entry.quotes)  # type: ignore[union-attr]  # a commitment has both
    assert decided(folder) == ["edited"]


@pytest.mark.parametrize(
    "keys, kind",
    [("2", "condition"), ("3", "position"), ("5", "engagement"), ("1\n2", "commitment")],
)
def test_what_is_stated_becomes_of_another_kind(
    run: Run, folder: Path, keys: str, kind: str
) -> None:
    """By its number; a new commitment asks how firm it is."""
    (claim, *_rest) = proposals(folder, "claim")
    done = run("review", folder, *BY, "--kind", "claim", typed=f"k\n{keys}\na\nq\n")

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).statements
    assert (entry.kind, entry.id) == (kind, claim.entry.id)  # type: ignore[union-attr]  # a claim has an id
    assert not [each for each in ssrpolicy.check(folder) if each.is_error]


def test_what_is_stated_is_set_aside_with_a_reason(run: Run, folder: Path) -> None:
    """A later draft does not propose the words again, and undo takes it back."""
    (claim, *_rest) = proposals(folder, "claim")
    done = run("review", folder, *BY, "--kind", "claim", typed="k\n6\n3\na\nq\n")

    assert done.exit_code == 0, done.output
    (aside,) = ssrpolicy.load(folder).set_aside
    assert (aside.quote, aside.reason) == (claim.entry.quotes[0], "courtesy")  # type: ignore[union-attr]  # a claim has quotes
    assert claim.id not in [each.id for each in ssrpolicy.draft(folder).proposals]
    assert run("undo", folder).exit_code == 0
    assert claim.id in [each.id for each in ssrpolicy.draft(folder).proposals]


def test_python_sets_aside_what_is_stated_too(folder: Path) -> None:
    """With the kind and a reason; without a reason, or with more, nothing is changed."""
    (claim, *_rest) = proposals(folder, "claim")
    record = ssrpolicy.load(folder)
    for wrong in ({}, {"reason": "boredom"}, {"reason": "courtesy", "owners": ["nl"]}):
        with pytest.raises(ssrpolicy.EditRefusedError, match="was not added"):
            ssrpolicy.accept(folder, claim, by="jansen", date=DAY, kind="set_aside", **wrong)
    assert ssrpolicy.load(folder) == record


def test_the_words_that_are_quoted_are_made_fewer_or_more(run: Run, folder: Path) -> None:
    """A cue that is not one of them means all; words that the letter lacks are refused."""
    less, more = "De regeling wordt volgend jaar geëvalueerd", "de wachttijden te verkorten"
    first = "x\nDe regeling wordt opgeheven\nx\n"
    for at, words in (("3", less), ("3", more)):
        typed = f"g\n{at}\n{first}{words}.\na\nq\n"
        done = run("review", folder, *BY, "--kind", "commitment", typed=typed)
        assert done.exit_code == 0, done.output
        assert "opgeheven" in done.stderr

    made = ssrpolicy.load(folder).commitments
    assert [each.quotes[0].quote for each in made] == [f"{less}.", f"{more}."]
    assert made[1].cue == f"{more}."


def test_a_key_that_no_choice_has_names_the_keys(run: Run, folder: Path) -> None:
    """Who presses another one sees what would work, and that nothing was changed."""
    done = run("review", folder, *BY, "--kind", "commitment", typed="o\nx\nf\nx\nq\n")

    assert "x is not in the list; its keys are 1, 2" in done.stdout
    assert "Nothing was changed." in done.stdout


def test_who_acts_is_chosen_from_those_that_the_letter_names(run: Run, folder: Path) -> None:
    """Nobody and somebody else are choices too; a name that nobody has is refused in a sentence."""
    keys = ["--kind", "commitment"]
    printed = run("review", folder, *BY, *keys, typed="o\n?\nq\n").stdout
    assert "1 Minister of Justice and Security (minister-jenv)" in printed
    other, nobody = number_of(printed, "somebody else"), number_of(printed, "nobody")
    wrong = run("review", folder, *BY, *keys, typed=f"o\n{other}\nBakkerij Smit\nq\n")
    typed = f"o\n{nobody}\na\no\n{other}\nnl-bz; minister-bz\na\nq\n"
    done = run("review", folder, *BY, *keys, typed=typed)

    assert "“Bakkerij Smit” is not a party" in wrong.stderr
    assert "Decided: 0." in wrong.stdout
    assert done.exit_code == 0, done.output
    owners = [each.owners for each in ssrpolicy.load(folder).commitments]
    assert owners == [(), ("nl-bz", "minister-bz")]


def test_a_term_brings_the_date_that_its_words_give(run: Run, folder: Path) -> None:
    """Words that the letter does not have are refused; nothing typed means no term."""
    every = proposals(folder, "commitment")
    at = next(
        number
        for number, each in enumerate(every)
        if "volgend jaar geëvalueerd" in each.entry.quotes[0].quote  # type: ignore[union-attr]  # a commitment has quotes
    )
    keys = "s\n" * at + "t\nin 2031\nt\n\nt\nvolgend jaar\na\nq\n"
    done = run("review", folder, *BY, "--kind", "commitment", typed=keys)

    assert "does not stand in the letter" in done.stderr
    assert "Without words the proposal has no timeframe; u undoes that." in done.stdout
    assert "timeframe: " in done.stdout.split("(corrected)")[0]
    assert "timeframe: " not in done.stdout.split("(corrected)")[1].split("[q]uit")[0]
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.timeframe is not None
    assert (entry.timeframe.phrase, str(entry.timeframe.date)) == ("volgend jaar", "2025")


def test_an_answer_a_summary_and_a_field_too_much(run: Run, drafted: Callable[[str], Path]) -> None:
    """Each has its key; a proposal offers the keys of the fields that it has."""
    folder = drafted(ANSWERS)
    answer = run("review", folder, *BY, "--kind", "disposition", typed="f\nw\n5\na\nq\n")
    summary = "De minister komt hierop terug."
    other = run("review", folder, *BY, "--kind", "commitment", typed=f"m\n{summary}\nd\n1\na\nq\n")

    assert "Press one of the keys" in answer.stdout
    assert [each.answer for each in ssrpolicy.load(folder).dispositions] == ["deferred"]
    assert other.exit_code == 0, other.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.summary.nl == summary
    assert entry.owners == ()


def test_undo_first_takes_back_what_was_corrected(run: Run, folder: Path) -> None:
    """The proposal is as it was drafted then, and no decision is undone."""
    (_first, second, *_rest) = proposals(folder, "commitment")
    done = run("review", folder, *BY, "--kind", "commitment", typed="a\nf\n4\nc\n2\nu\na\nq\n")

    assert "as it was drafted" in done.stdout
    assert ssrpolicy.load(folder).commitments[1] == second.entry
    assert decided(folder) == ["accepted", "accepted"]


def test_a_key_that_is_none_of_the_choices_changes_nothing(run: Run, folder: Path) -> None:
    """Nor does the end of the input in the middle of a question."""
    for keys in ("f\n9\nq\n", "f\n\nq\n", "f\n", "t\n", "k\n6\n", "m\n\nq\n"):
        done = run("review", folder, *BY, "--kind", "commitment", typed=keys)
        assert done.exit_code == 0, done.output
        assert "(corrected)" not in done.stdout
        assert ("nothing was changed." in done.stdout.lower()) is (keys != "t\n")
    assert ssrpolicy.load(folder).statements == ()


def test_what_is_decided_about_is_shown_again_whole(run: Run, folder: Path) -> None:
    """Short is only the screen right after a correction; sentence and reason come back after."""
    (first, *_rest) = proposals(folder, "commitment")
    words = first.entry.quotes[0].quote.split()[:3]  # type: ignore[union-attr]  # a commitment has quotes
    for keys in ("s\nb\n", "l\nn\n", "?\n"):
        typed = f"f\n4\n{keys}q\n"
        printed = run("review", folder, *BY, "--kind", "commitment", typed=typed).stdout
        short, whole = printed.split("(corrected)  ")[1], printed.split("(corrected)  ")[-1]
        assert "»" not in short.partition("[q]uit")[0]
        assert f"» {' '.join(words)}" in whole
        assert first.rule in whole
        assert "firmness: exploratory\n" in whole


@pytest.mark.parametrize("keys", ["z\n", "f\n9\n", "\n\n", "\n \nz\n"])
def test_a_key_that_does_nothing_leaves_the_proposal_on_the_screen(
    run: Run, folder: Path, keys: str
) -> None:
    """It is not printed a second time, and Enter alone does nothing."""
    printed = run("review", folder, *BY, "--kind", "commitment", typed=f"{keys}q\n").stdout

    assert printed.count("»") == 1
    assert ("Press one of the keys" in printed) == ("z" in keys)


@pytest.mark.parametrize(
    "asked, at",
    [("3", [1, 3]), ("wachttijden", [1, 4]), ("streef  ernaar", [1, 4]), ("nl-regering\ng\n", [1])],
)
def test_a_proposal_is_found_by_its_number_or_words(
    run: Run, folder: Path, asked: str, at: list[int]
) -> None:
    """Of several the next one; without words the one after that."""
    every = proposals(folder, "commitment")
    printed = run("review", folder, *BY, "--kind", "commitment", typed=f"g\n{asked}\nq\n").stdout
    shown = [line.split()[-1] for line in printed.splitlines() if "/4  commitment" in line]

    assert shown[: len(at)] == [every[number - 1].id for number in at]


def test_who_looks_for_what_is_not_there_stays_where_they_are(run: Run, folder: Path) -> None:
    """Or for what is decided already."""
    typed = "a\ng\n1\ng\nkoekoeksklok\ng\n\nq\n"
    printed = run("review", folder, *BY, "--kind", "commitment", typed=typed).stdout

    assert "1 is decided already." in printed
    assert printed.count("No open proposal has “koekoeksklok”.") == 2
    shown = [line.split("/")[0] for line in printed.splitlines() if "/4  commitment" in line]
    assert shown == ["1", "2", "2", "2", "2"]


def test_who_looks_for_nothing_or_beyond_the_last_reads_what_works(run: Run, folder: Path) -> None:
    """Nothing was looked for before, and there are four proposals."""
    typed = "g\n\ng\n999\nq\n"
    printed = run("review", folder, *BY, "--kind", "commitment", typed=typed).stdout

    assert "Type g and the number of a proposal, or words to look for." in printed
    assert "No open proposal has “999”; their numbers are 1 to 4." in printed


@pytest.mark.parametrize("keys", ["", "l\n", "f\n", "o\n", "t\n", "m\n", "k\n", "d\n"])
def test_the_input_ends_a_review_at_every_question_alike(run: Run, folder: Path, keys: str) -> None:
    """What was decided is summed up, and what is left; the command did what was asked."""
    done = run("review", folder, *BY, "--kind", "commitment", typed=f"a\n{keys}")

    assert (done.exit_code, done.stderr) == (0, ""), done.output
    assert "Decided: 1. Left: 3." in done.stdout
    assert "Next:" in done.stdout


@pytest.mark.parametrize("language, name", [("en", "Responsible"), ("nl", "Verantwoordelijk")])
def test_fields_that_can_be_left_out_have_the_names_that_people_read(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    """Not those of the file; as tracker and note call them."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", language)
    done = run("review", folder, *BY, "--kind", "commitment", typed="d\n" + "s\n" * 9)

    asked = [line for line in done.stdout.splitlines() if "[d]" in line or line.startswith("1 ")]
    assert name in " ".join(asked)
    assert "owners" not in " ".join(asked)
    assert "timeframe" not in " ".join(asked)


def test_every_field_that_can_be_left_out_has_a_label() -> None:
    """Or its name in the file would be asked for, in a dialogue of other words."""
    for cls in DRAFTED_KINDS.values():
        for each in attrs.fields(cls):
            if each.default is not attrs.NOTHING and each.name not in KEPT:
                assert field_label(each.name)
