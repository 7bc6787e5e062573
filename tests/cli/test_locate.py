"""`ssrpolicy locate`: words found as quotes ready to paste."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy import codec, rules
from ssrpolicy.evidence.anchoring import AnchorState, anchors
from ssrpolicy.model import PolicyRecord

Run = Callable[..., Result]


def with_quote(folder: Path, line: str) -> PolicyRecord:
    """The record with a claim after it that has the line pasted."""
    with (folder / "record.toml").open("a") as file:
        file.write(f'\n[[statements]]\nid = "pasted"\nkind = "claim"\nsummary = "-"\n{line}\n')
    return codec.read(folder).records[0]


def test_words_are_shown_in_their_place(run: Run, letter: Path) -> None:
    """Heading and paragraph, the words around, and the quote on a line of its own."""
    result = run("locate", letter, "maximaal 100 personen")

    assert result.exit_code == 0
    assert result.output == (
        "kst-32123-X-124#letter, paragraph 8, under ‘SSR-instrumenten’:\n"
        "  … Verder streeft het ministerie van Binnenlandse Zaken en Koninkrijksrelaties\n"
        "  (BZK) ernaar om »maximaal 100 personen« per jaar uit te kunnen zenden in het\n"
        "  kader van vredesmissies. Hoewel deze functionarissen veelal niet …\n"
        '  quotes = ["maximaal 100 personen"]\n'
    )


@pytest.mark.parametrize(
    "words",
    [
        "bij voorkeur multilateraal, ondersteunen",
        "intensivering van",
        "SSR",
        "de",
        "multila",
        "Kamer om geïnformeerd",
        "Geneve, om zeker te stellen",
    ],
)
def test_what_is_shown_can_be_pasted(words: str, run: Run, letter_copy: Path) -> None:
    """Each line shown is a quote that matches exactly once, with words before it where needed."""
    output = run("locate", letter_copy, words).output
    lines = [line.strip() for line in output.splitlines() if "quotes = [" in line]

    record = with_quote(letter_copy, lines[-1])
    (quote,) = record.statements[-1].quotes
    assert anchors(record).of(quote).state is AnchorState.FOUND
    found = [f.code for f in rules.findings(record) if f.subject.endswith("#pasted")]
    assert set(found) <= {"text-one-language"}


def test_words_in_several_words_need_no_quotation_marks(run: Run, letter: Path) -> None:
    """Words after one another count as one phrase."""
    phrase = run("locate", letter, "maximaal 100 personen")

    assert run("locate", letter, "maximaal", "100", "personen").output == phrase.output


def test_half_words_are_made_whole(run: Run, letter: Path) -> None:
    """Where the words that are looked for end in the middle of a word, the whole word is shown."""
    assert "»maximaal 100 personen«" in run("locate", letter, "ximaal 100 pers").output


def test_near_misses_are_shown(run: Run, letter: Path) -> None:
    """Words that do not stand there end with 1, and the nearest are shown with the difference."""
    result = run("locate", letter, "hoogstens 100 personen per jaar")

    assert result.exit_code == 1
    assert result.output.startswith(
        "These words do not stand in the source.\n\n"
        "Nearest: the source has 'maximaal' for 'hoogstens'\n"
        "kst-32123-X-124#letter, paragraph 8, under ‘SSR-instrumenten’:\n"
    )
    assert '  quotes = ["maximaal 100 personen per jaar"]\n' in result.output


def test_every_record_below_a_folder_is_searched(run: Run, fixtures: Path) -> None:
    """In a folder of records the words are found in whichever has them."""
    result = run("locate", fixtures / "records", "tevens de rechtspraak in Bergovië te steunen")

    assert result.output.startswith("lagemeer-2031-7#motion-guards, paragraph ")
    assert 'quotes = [{ document = "motion-guards", quote = "tevens de' in result.output


def test_a_record_with_errors_is_searched_all_the_same(run: Run, letter_copy: Path) -> None:
    """What is wrong is said on standard error, and the words are found."""
    file = letter_copy / "record.toml"
    file.write_text(file.read_text().replace('answer = "declined"', 'answer = "refused"', 1))

    result = run("locate", letter_copy, "maximaal 100 personen")

    assert result.exit_code == 0
    assert "error value-unknown" in result.stderr
    assert "»maximaal 100 personen«" in result.stdout
