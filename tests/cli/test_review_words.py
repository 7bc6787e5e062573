"""The key `x` of ``ssrpolicy review``, by which a proposal quotes other words of the letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import ssrpolicy
from draftable import BY, LETTER_OF

Run = Callable[..., Result]


@pytest.mark.parametrize("after", ["", "f\n4\n", "?\n", "s\nb\n"])
def test_other_words_are_shown_between_the_marks(run: Run, folder: Path, after: str) -> None:
    """At once, after another correction, once more by `?`, and where one comes back."""
    words = "De regeling wordt volgend jaar geëvalueerd"
    typed = f"x\n{words}.\n{after}q\n"
    printed = run("review", folder, *BY, "--kind", "commitment", typed=typed).stdout
    screens = printed.split("(corrected)  ")

    assert f"» {words}. «" in screens[1]
    assert f"» {words}. «" in screens[-1]
    assert "informeren" not in screens[1].partition("[q]uit")[0]


@pytest.mark.parametrize(
    "keys, summary",
    [
        ("x\nde wachttijden te verkorten.\n", "De wachttijden te verkorten."),
        ("x\nIk streef ernaar\nx\nde wachttijden te verkorten.\n", "De wachttijden te verkorten."),
        ("m\nKortere wachttijden.\nx\nIk streef ernaar\n", "Kortere wachttijden."),
        ("x\nIk streef ernaar\nm\nKorter.\nx\nde wachttijden te verkorten.\n", "Korter."),
    ],
)
def test_a_summary_follows_the_words_unless_a_person_wrote_it(
    run: Run, folder: Path, keys: str, summary: str
) -> None:
    """However often the words are corrected."""
    done = run("review", folder, *BY, "--kind", "commitment", typed=f"{keys}a\nq\n")

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.summary.nl == summary


def test_what_becomes_a_position_has_no_term_by_which_it_is_done(run: Run, folder: Path) -> None:
    """A promise has one; `k` to a kind that promises nothing drops it, and shows that."""
    done = run("review", folder, *BY, "--kind", "commitment", typed="s\nk\n3\na\nq\n")

    before, _key, after = done.stdout.partition("position (corrected)")
    assert "“voor het einde van het jaar”" in " ".join(before.split())
    assert "“voor het einde van het jaar”" not in " ".join(after.partition("[q]uit")[0].split())
    (entry,) = ssrpolicy.load(folder).statements
    assert (entry.kind, entry.timeframe) == ("position", None)


@pytest.mark.parametrize("kind", ["disposition", "request", "set_aside"])
def test_whatever_quotes_can_quote_other_words(run: Run, folder: Path, kind: str) -> None:
    """An answer and what is set aside have no summary; a request has one."""
    words = "De kosten van de politie zijn vorig jaar gestegen."
    asked = ("review", folder, *BY, "--kind", kind)
    printed = run(*asked, typed=f"x\n{words}\nl\nn\nq\n").stdout

    assert f"» {words} «" in printed.partition("(corrected)")[2].partition("[q]uit")[0]
    assert f"1  {words} (corrected)" in printed


@pytest.mark.parametrize("kind, again", [("disposition", "claim"), ("claim", "set_aside")])
def test_a_sentence_from_which_the_words_were_moved_is_proposed_again(
    run: Run, folder: Path, kind: str, again: str
) -> None:
    """Once nothing of the record covers it: as a claim, or to be set aside; not where one does."""
    (before,) = [each for each in ssrpolicy.draft(folder).proposals if each.kind == kind][:1]
    words = "Met belangstelling heb ik kennis genomen van de motie van het lid Van Dam."
    typed = f"x\n{words}\na\n"
    assert run("review", folder, *BY, "--kind", kind, typed=typed).exit_code == 0
    assert run("draft", folder).exit_code == 0
    (left,) = [each for each in ssrpolicy.draft(folder).proposals if each.grounds == before.grounds]
    assert (left.kind, left.confidence) == (again, "look")
    assert "quotes other words" in left.reason("en")
    assert run("review", folder, *BY, "--accept", left.id).exit_code == 0
    proposed = ssrpolicy.draft(folder).proposals
    assert before.grounds not in [each.grounds for each in proposed]


LIST = "Het kabinet zal:\n\n- de kade in Urk verhogen;\n- de sluis in Lemmer vernieuwen."


@pytest.mark.parametrize(
    "keys, quotes",
    [
        ("", ["Het kabinet zal", "de kade in Urk verhogen;"]),
        ("x\n2\nde kade\n", ["Het kabinet zal", "de kade"]),
        ("x\n1\n\n", ["de kade in Urk verhogen;"]),
        ("x\n3\n", ["Het kabinet zal", "de kade in Urk verhogen;"]),
    ],
)
def test_every_quote_is_shown_and_each_can_be_corrected(
    run: Run, drafted: Callable[[str], Path], keys: str, quotes: list[str]
) -> None:
    """Nobody accepts words that no screen showed; one of several quotes can be left out too."""
    folder = drafted(LETTER_OF.format(sentence=LIST))
    done = run("review", folder, *BY, "--kind", "commitment", typed=f"{keys}?\na\nq\n")
    *_before, accepted = [each for each in done.stdout.split("\n1/2 ") if "  » " in each]

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert [each.quote.lstrip("- ") for each in entry.quotes] == quotes
    shown = " ".join(accepted.partition("\n2/2 ")[0].split())
    assert all(f"{each} «" in shown for each in quotes)
    assert not [each for each in ssrpolicy.check(folder) if each.is_error]


def test_a_warning_that_a_proposal_brings_is_said_when_it_is_accepted(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """As `add` says it: who decides one by one reads it while the sentence is still there."""
    folder = drafted(LETTER_OF.format(sentence="Ik streef ernaar de wachttijden te verkorten."))
    done = run("review", folder, *BY, "--kind", "commitment", typed="f\n1\na\nq\n")

    assert "warning firm-hedged" in done.stdout.partition("1 entry added.\n")[2].splitlines()[0]


def test_a_summary_that_one_accepts_is_shown_whole(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """However long it is, on its screen and in the list of `l`."""
    summary = " ".join(f"woord{number}" for number in range(150))
    folder = drafted(LETTER_OF.format(sentence="Ik zal de dijk verhogen."))
    keys = f"m\n{summary}\nl\nn\nq\n"
    printed = run("review", folder, *BY, "--kind", "commitment", typed=keys).stdout

    assert " ".join(printed.split()).count(summary) == 4  # typed, on the screen, in the list, again


def test_what_becomes_a_promise_has_who_acts_and_when(
    run: Run, drafted: Callable[[str], Path]
) -> None:
    """As its own words say: `k` to a commitment proposes the owner and the term of the sentence."""
    folder = drafted(LETTER_OF.format(sentence="Gemeenten krijgen van mij deze zomer een gids."))
    done = run("review", folder, *BY, "--kind", "claim", typed="k\n1\n1\na\nq\n")

    assert done.exit_code == 0, done.output
    (entry,) = ssrpolicy.load(folder).commitments
    assert entry.timeframe is not None
    assert (entry.owners, entry.timeframe.phrase) == (("minister-jenv",), "deze zomer")
