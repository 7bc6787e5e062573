"""`ssrpolicy add`: several entries in one write, own codes, and what a paper states of itself."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import (
    ClaimedStatus,
    DocumentKind,
    EdtfDate,
    EvidenceStatus,
    FactsFrom,
    LocalText,
    PaperNumber,
    Party,
    Passage,
    Place,
    SetAside,
    SetAsideReason,
)

Run = Callable[..., Result]
MONITORING = "african-union-monitoring"
UPDATE = ["--statement", MONITORING, "--date", "2011-03-01", "--by", "nl-bz"]
HEAD = """\
Tweede Kamer der Staten-Generaal 2

Vergaderjaar 2010-2011

32 123 X Vaststelling van de begroting van het Ministerie van Defensie

Nr. 140 BRIEF VAN DE MINISTER VAN DEFENSIE

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 1 maart 2011

Met belangstelling heb ik kennisgenomen van de motie over de Afrikaanse Unie. Graag dank ik de
leden voor hun inbreng. Ik dank de Kamer voor haar geduld en zal voor de zomer een plan sturen.
Hierbij bied ik u de evaluatie van de missie aan. Nederland heeft de Afrikaanse Unie gesteund.
Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.

De minister van Defensie,
J. S. J. Hillen
"""


@pytest.fixture
def begun(run: Run, tmp_path: Path) -> Path:
    """A record begun from a letter with courtesies."""
    source = tmp_path / "brief.txt"
    source.write_text(HEAD, encoding="utf-8")
    assert run("new", source, tmp_path / "record").exit_code == 0
    return tmp_path / "record"


WHO = {"het ministerie van BZ": "nl-bz", "Minister van BZ": "minister-bz", "J. Vos": "J. Vos"}


@pytest.mark.parametrize("by", WHO)
def test_who_reports_is_named_as_an_owner_is(run: Run, letter_copy: Path, by: str) -> None:
    """A ministry or an office is known by its name too; any other name stays one."""
    assert run("add", "update", letter_copy, *UPDATE[:-1], by, "--note", "Ja.").exit_code == 0
    assert record_to_edit(letter_copy).updates[-1].by == WHO[by]


def test_a_claim_and_its_evidence_are_two_updates_in_one_write(run: Run, letter_copy: Path) -> None:
    """Each says one thing; the note stands with the claim, document and quote with the evidence."""
    before = (letter_copy / "record.toml").read_bytes()
    shown = ["--document", "letter", "--quote", "Nederland volgt dit nauwgezet"]

    done = run(
        *("add", "update", letter_copy, *UPDATE, "--claimed", "fulfilled"),
        *("--evidence", "supports", "--note", "Zie de brief.", *shown),
    )

    assert done.exit_code == 0
    claim, evidence = record_to_edit(letter_copy).updates
    assert (claim.claimed, claim.note) == (ClaimedStatus.FULFILLED, LocalText(nl="Zie de brief."))
    assert (claim.document, claim.quotes) == (None, ())
    assert (evidence.evidence, evidence.document) == (EvidenceStatus.SUPPORTS, "letter")
    assert (evidence.claimed, evidence.note, len(evidence.quotes)) == (None, None, 1)
    assert "fulfilled-without-evidence" not in done.stdout
    run("undo", letter_copy)
    assert (letter_copy / "record.toml").read_bytes() == before


def test_the_note_on_a_search_stands_with_what_was_not_found(run: Run, letter_copy: Path) -> None:
    """It says where one looked, which the rule asks of that update."""
    done = run(
        *("add", "update", letter_copy, *UPDATE, "--claimed", "fulfilled"),
        *("--evidence", "none_found", "--note", "Gezocht in de jaarverslagen."),
    )

    assert "search-not-described" not in done.stdout
    claim, evidence = record_to_edit(letter_copy).updates
    assert (claim.claimed, claim.note) == (ClaimedStatus.FULFILLED, None)
    assert evidence.note == LocalText(nl="Gezocht in de jaarverslagen.")


def test_a_transfer_names_its_new_owner_in_one_go(run: Run, letter_copy: Path) -> None:
    """Both updates rest on the paper that says so."""
    done = run(
        *("add", "update", letter_copy, *UPDATE, "--claimed", "transferred"),
        *("--owner", "nl-defensie", "--document", "letter"),
    )

    assert (done.exit_code, done.stdout.count("Added the update of")) == (0, 2)
    said = [(u.claimed, u.owners, u.document) for u in record_to_edit(letter_copy).updates]
    assert said == [(ClaimedStatus.TRANSFERRED, None, "letter"), (None, ("nl-defensie",), "letter")]


def test_codes_of_the_records_own(run: Run, letter_copy: Path) -> None:
    """What no code list has is added as a party, place, sector or framework."""
    steps = [
        ["party", "--id", "buro", "--name", "Buro", "--alias", "B.", "--valid-from", "2007"],
        ["place", "--id", "kunduz", "--name", "Kunduz", "--name-en", "Kunduz"],
        ["sector", "--id", "customs", "--name", "douane"],
        ["framework", "--id", "gender-plan", "--name", "genderactieplan"],
    ]

    done = [run("add", kind, letter_copy, *options) for kind, *options in steps]

    assert [(r.exit_code, r.stderr) for r in done] == [(0, "")] * 4
    record = record_to_edit(letter_copy)
    assert record.parties[-1] == Party(
        id="buro", name=LocalText(nl="Buro"), aliases=("B.",), valid_from=EdtfDate("2007")
    )
    assert record.places[-1] == Place(id="kunduz", name=LocalText(nl="Kunduz", en="Kunduz"))
    assert (record.sectors[-1].id, record.frameworks[-1].id) == ("customs", "gender-plan")
    refused = run("add", "party", letter_copy, "--id", "een buro", "--name", "Buro")
    assert (refused.exit_code, "is not a code" in refused.stderr) == (2, True)


def test_several_sentences_are_set_aside_at_once(run: Run, begun: Path) -> None:
    """Each --quote becomes a set-aside of its own, for one reason, in one write."""
    quotes = ["Nederland heeft de Afrikaanse Unie gesteund.", "voor haar geduld"]
    options = [word for quote in quotes for word in ("--quote", quote)]

    done = run("add", "set-aside", begun, *options, "--reason", "background")

    assert (done.exit_code, done.stderr) == (0, "")
    assert "Set aside 2 passages in " in done.stdout
    assert record_to_edit(begun).set_aside == tuple(
        SetAside(quote=Passage(document="letter", quote=quote), reason=SetAsideReason.BACKGROUND)
        for quote in quotes
    )


def test_all_courtesies_are_those_known_by_their_words(run: Run, begun: Path) -> None:
    """What also undertakes something, and what is quoted already, is not a courtesy."""
    done = run("add", "set-aside", begun, "--all", "courtesy")

    assert done.exit_code == 0
    aside = [" ".join(each.quote.quote.split()) for each in record_to_edit(begun).set_aside]
    assert aside == [
        "Met belangstelling heb ik kennisgenomen van de motie over de Afrikaanse Unie.",
        "Graag dank ik de leden voor hun inbreng.",
        "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.",
    ]
    assert all(words in " ".join(done.stdout.split()) for words in aside)
    again = run("add", "set-aside", begun, "--all", "beleefdheid")
    assert again.stdout == "No sentence is left that is known by its words as courtesy.\n"
    signposts = run("add", "set-aside", begun, "--all", "signpost")
    assert "Hierbij bied ik u de evaluatie" in signposts.stdout
    refused = run("add", "set-aside", begun, "--all", "background")
    assert (refused.exit_code, "courtesy, signpost" in refused.stderr) == (2, True)


def test_a_document_says_of_itself_what_it_is(run: Run, letter_copy: Path, tmp_path: Path) -> None:
    """Kind, number, date, author and addressee come from the head, and are printed."""
    source = tmp_path / "brief.txt"
    source.write_text(HEAD, encoding="utf-8")

    done = run("add", "document", letter_copy, "--id", "follow-up", "--file", source)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Stated by the paper: kind letter; number kst-32123-X-140; session year 2010-2011; "
        "date 2011-03-01; author minister-defensie; addressee voorzitter-tweede-kamer.\n"
    )
    document = record_to_edit(letter_copy).document("follow-up")
    assert (document.kind, document.date) == (DocumentKind.LETTER, dt.date(2011, 3, 1))
    assert str(document.number) == "kst-32123-X-140"
    assert document.session_year == "2010-2011"
    assert document.authors == ("minister-defensie",)


def test_what_is_given_goes_before_what_the_head_states(
    run: Run, letter_copy: Path, tmp_path: Path
) -> None:
    """An option wins; a function that no list has becomes a party in the same write."""
    source = tmp_path / "brief.txt"
    text = HEAD.replace("minister van Defensie,", "minister van Zeewater,")
    source.write_text(text.replace("BRIEF VAN DE MINISTER VAN DEFENSIE", "BRIEF"), encoding="utf-8")

    done = run(
        *("add", "document", letter_copy, "--id", "follow-up", "--file", source),
        *("--date", "2011-03-02", "--number", "Kamerstukken II 2010/11, 32 123 X, nr. 141"),
    )

    assert (done.exit_code, done.stderr) == (0, "")
    record = record_to_edit(letter_copy)
    document = record.document("follow-up")
    assert (document.date, str(document.number)) == (dt.date(2011, 3, 2), "kst-32123-X-141")
    assert document.authors == ("minister-zeewater",)
    assert record.parties[-1].id == "minister-zeewater"
    run("undo", letter_copy)
    assert "follow-up" not in record_to_edit(letter_copy)
    assert not (letter_copy / "sources" / "brief.txt").exists()


@pytest.mark.parametrize(
    "asked, title",
    [
        ((), LocalText(en="Review of the harbours")),
        (("--title-en", "The harbours"), LocalText(en="The harbours")),
        (("--title-nl", "De havens"), LocalText(nl="De havens")),
    ],
)
def test_the_subject_is_the_title_in_the_language_of_the_paper(
    run: Run, letter_copy: Path, tmp_path: Path, asked: tuple[str, ...], title: LocalText
) -> None:
    """An English paper in a Dutch record has an English title, unless a title is given."""
    source = tmp_path / "letter.txt"
    words = "The government has reviewed the harbours and will inform you of the results in May."
    source.write_text(f"Subject: Review of the harbours\n\nDear Speaker,\n\n{words}\n", "utf-8")

    done = run("add", "document", letter_copy, "--id", "review", "--file", source, *asked)

    assert (done.exit_code, done.stderr) == (0, "")
    assert record_to_edit(letter_copy).document("review").title == title


def test_where_a_fact_comes_from_is_added_with_it(run: Run, letter_copy: Path) -> None:
    """--facts-from names the facts, the place, and its address if it has one."""
    place = "outcome,votes=Handelingen van 20 april 2010, https://example.org/h-tk-1"

    done = run(
        *("add", "document", letter_copy, "--id", "motion-9", "--kind", "motion"),
        *("--number", "32 123 X, nr. 99", "--outcome", "adopted", "--votes", "76", "74"),
        *("--facts-from", place),
    )

    assert (done.exit_code, "fact-without-source" in done.stdout) == (0, False)
    document = record_to_edit(letter_copy).document("motion-9")
    assert document.number == PaperNumber.parse("kst-32123-X-99")
    assert document.facts_from == (
        FactsFrom(
            facts=("outcome", "votes"),
            name="Handelingen van 20 april 2010",
            url="https://example.org/h-tk-1",
        ),
    )
    wrong = run("add", "document", letter_copy, "--id", "m", "--facts-from", "Handelingen")
    assert (wrong.exit_code, "write the facts, then =" in wrong.stderr) == (2, True)


def test_a_term_whose_words_give_a_date_says_so(run: Run, letter_copy: Path) -> None:
    """The date is not filled in; it is printed, with the command that records it."""
    done = run("add", "update", letter_copy, *UPDATE, "--term", "binnen twee maanden")

    assert done.exit_code == 0
    line = next(
        n
        for n, text in enumerate((letter_copy / "record.toml").read_text().splitlines(), start=1)
        if text == "[[updates]]"
    )
    assert (
        "The words of the timeframe give 1 May 2011, counted from 1 March 2011.\n"
        f"    To record it: ssrpolicy replace {letter_copy} {line} --term-date 2011-05-01\n"
    ) in done.stdout
    assert run("replace", letter_copy, str(line), "--term-date", "2011-05-01").exit_code == 0
    assert record_to_edit(letter_copy).updates[0].timeframe is not None


def test_whom_a_paper_is_for_becomes_a_party_in_the_same_write(
    run: Run, letter_copy: Path, tmp_path: Path
) -> None:
    """A committee that no list has is added with the document, as an author is."""
    source = tmp_path / "brief.txt"
    text = (
        "Aan de Voorzitter van de vaste commissie voor Zeewater\n\nDen Haag, 2 maart 2011\n\n"
        "Nederland volgt dit.\n\nDe minister van Defensie,\nA. Voorbeeld\n"
    )
    source.write_text(text, encoding="utf-8")

    made = ("--id", "follow-up", "--kind", "letter", "--file", source)
    done = run("add", "document", letter_copy, *made)

    assert (done.exit_code, done.stderr) == (0, "")
    addressee = record_to_edit(letter_copy).document("follow-up").addressee
    assert addressee in [party.id for party in record_to_edit(letter_copy).parties]
