"""What is refused at the command line is said in its words: options, and no keys of TOML or Python.

No message shows what only those who wrote the program know.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy import codec

Run = Callable[..., Result]

# What no message has: reprs of classes and of their fields, and what a library says by itself.
INSIDE = re.compile(
    r"Attribute\(|<class|<[a-z_.]+ object|NoneType|Traceback|\[Errno|ssrpolicy\.model|"
    r"(?<![./])\.\.(?![./])|\b(?:Type|Value|Key|Overflow|Index|Attribute)Error"
)
AU = ("--statement", "african-union")
SAID = ("--date", "2011-03-01", "--by", "nl-bz")
NEW = ("--id", "nieuw", "--kind", "position", "--summary", "Nieuw.")
PAPER = ("add", "document", "RECORD", "--id", "nieuw", "--kind", "motion")
UPDATE = ("add", "update", "RECORD", *AU, *SAID)
STATEMENT = ("add", "statement", "RECORD", *NEW, "--quote", "Afrikaanse")

REFUSED = [
    ("check", "tracker.xlsx"),
    ("show", "tracker.xlsx"),
    ("report", "tracker.xlsx", "--to", "json"),
    ("locate", "tracker.xlsx", "woorden"),
    ("new", "tracker.xlsx"),
    ("check", "nergens"),
    ("add", "update", "tracker.xlsx", *AU, *SAID, "--claimed", "open"),
    (*PAPER, "--date", "2010-13-01"),
    (*PAPER, "--date", "\u0662\u0660\u0661\u0660-\u0660\u0661-\u0660\u0661"),
    (*PAPER, "--votes", "1_000", "3"),
    (*PAPER, "--votes", "\u0663", "3"),
    (*PAPER, "--votes", "100000", "3"),
    (*PAPER, "--session-year", "2009-2011"),
    (*PAPER, "--url", "geen adres"),
    (*PAPER, "--language", "Nederlands"),
    (*PAPER, "--number", "12"),
    (*PAPER, "--register-number", ""),
    (*PAPER, "--title", ""),
    (*PAPER, "--author", ""),
    (*PAPER, "--file", "nergens.txt"),
    (*PAPER, "--addressee", "De heer Zomaar"),
    (*STATEMENT, "--quantity", "12"),
    (*STATEMENT, "--quantity", "exactly=1_000,unit=person"),
    (*STATEMENT, "--quantity", "exactly=\u0661\u0662,unit=person"),
    (*STATEMENT, "--quantity", "exactly=1e999,unit=person"),
    (*STATEMENT, "--quantity", f"exactly={'9' * 5000},unit=person"),
    (*STATEMENT, "--quantity", "exactly=1,about=2,unit=person"),
    (*STATEMENT, "--quantity", "unit=person"),
    (*STATEMENT, "--owner", "Ministerie van Niets"),
    (*STATEMENT, "--relation", "amends"),
    (*STATEMENT, "--needs", "Geen Kenmerk"),
    (*STATEMENT[:-2], "--quote", "zal"),
    (*STATEMENT[:-2], "--quote", "deze woorden staan er niet"),
    (*UPDATE, "--claimed", "open", "--prefix", "zomaar"),
    (*UPDATE, "--term", "ooit", "--term-date", "ooit"),
    ("add", "update", "RECORD", *AU, "--date", "2011-03-01", "--by", "", "--claimed", "open"),
    ("add", "disposition", "RECORD", "--request", "intensify", "--document", "letter",
     "--answer", "promised"),
    ("show", "RECORD", "--due-within", "1_0"),
    ("show", "RECORD", "--due-within", "\u0663"),
    ("show", "RECORD", "nergens"),
    ("show", "RECORD", "--owner", "Zomaar Iemand"),
    ("report", "RECORD", "--to", "excel", "-o", "columns=foo"),
    ("report", "RECORD", "--to", "excel", "-o", "sheets=foo"),
    ("report", "RECORD", "--to", "excel", "-o", "zomaar=1"),
    ("report", "RECORD", "--to", "word", "-o", "date=31-02-2010"),
    ("report", "RECORD", "--to", "word-changes", "-o", "since=2010-01-01", "-o", "stale_after=0"),
    ("report", "RECORD", "--to", "word-changes", "-o", "since=2010-01-01", "-o", "stale_after=1_0"),
    ("report", "RECORD", "--to", "word-changes"),
    ("report", "RECORD", "--to", "json", "-o", "indent=\u0663"),
    ("report", "RECORD", "--to", "exel"),
    ("merge", "tracker.xlsx", "RECORD"),
    ("merge", "RECORD", "tracker.xlsx"),
    ("plugins", "zomaar"),
]  # fmt: skip


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: " ".join(words)[:70])
def test_a_refusal_shows_nothing_of_the_inside(
    words: tuple[str, ...], run: Run, letter_copy: Path, tmp_path: Path
) -> None:
    """One way or the other, everybody can read it, and nothing is changed."""
    (tmp_path / "tracker.xlsx").write_bytes(b"PK\x03\x04 xl/workbook.xml")
    before = (letter_copy / "record.toml").read_bytes()
    known = {"RECORD": letter_copy, "tracker.xlsx": tmp_path / "tracker.xlsx"}

    done = (
        run(*(known.get(word, word) for word in words), "--as-of", "2011-01-01")
        if (words[0] == "report")
        else run(*(known.get(word, word) for word in words))
    )

    assert done.exit_code in (1, 2), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert INSIDE.findall(done.output) == []
    assert (letter_copy / "record.toml").read_bytes() == before


# What an addition is refused with, in the options that would work.
IN_OPTIONS = [
    ((*STATEMENT[:-2], "--quote", "zal"), '--prefix "worden,"'),
    ((*PAPER, "--session-year", "2009-2011"), "--session-year '2009-2011'"),
    ((*PAPER, "--url", "geen"), "--url 'geen' is not an address"),
    ((*PAPER, "--votes", "100000", "3"), "--votes is 100000"),
    ((*PAPER, "--register-number", ""), "--register-number is empty"),
    (("add", "disposition", "RECORD", "--request", "intensify", "--document", "letter",
      "--answer", "promised"), "Name in --by the statements"),
    (("add", "update", "RECORD", "--statement", "zomaar", *SAID, "--claimed", "open"),
     "--statement names 'zomaar'"),
    ((*STATEMENT, "--from", "zomaar"), "--from names 'zomaar'"),
    (("add", "request", "RECORD", "--id", "letter", "--document", "letter", "--summary", "Nieuw."),
     "The id letter of a request is already that of a document. Give"),
]  # fmt: skip


@pytest.mark.parametrize("words, said", IN_OPTIONS)
def test_an_addition_is_refused_in_the_words_of_its_options(
    words: tuple[str, ...], said: str, run: Run, letter_copy: Path
) -> None:
    """What would work can be typed as it stands."""
    done = run(*(letter_copy if word == "RECORD" else word for word in words))

    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


@pytest.mark.parametrize(
    "words, said",
    [
        ((*STATEMENT, "--from", "zomaar"), "--from noemt 'zomaar'"),
        ((*STATEMENT, "--needs", "zomaar"), "--needs noemt 'zomaar'"),
        (("add", "request", "RECORD", "--id", "letter", "--document", "letter", "--summary", "A."),
         "Het kenmerk letter van een verzoek is al dat van een document. Geef"),
        (("add", "update", "RECORD", "--statement", "zomaar", *SAID, "--claimed", "open"),
         "--statement noemt 'zomaar'"),
        ((*UPDATE, "--evidence", "none_found"), "Zeg dat in een opmerking (--note)."),
        ((*STATEMENT, "--quantity", "exactly=x,unit=person"), "cijfers, zoals at_most="),
        ((*UPDATE, "--term", "ooit", "--term-date", "ooit"), "2011-22 (zomer), 2011-23 (herfst)"),
    ],
)  # fmt: skip
def test_options_are_named_in_dutch_as_well(
    words: tuple[str, ...], said: str, run: Run, letter_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dutch sets a field apart in quotation marks; an option needs none."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    done = run(*(letter_copy if word == "RECORD" else word for word in words))

    assert said in " ".join(done.output.split())


def test_what_is_remarked_of_an_addition_names_its_options(run: Run, letter_copy: Path) -> None:
    """The same finding of `check` names the key that stands in the file."""
    paper = ("--id", "motion-9", "--kind", "motion", "--outcome", "adopted")
    added = run("add", "document", letter_copy, *paper)
    checked = run("check", letter_copy)

    assert added.exit_code == 0
    assert "Write --from-register, or name the place in --facts-from." in added.output
    assert 'Write from_register = ["outcome"], or name the place in facts_from.' in checked.output


@pytest.mark.parametrize("name", ["nl-defensie", "Ministerie van Defensie", "ministry of defence"])
def test_an_owner_is_named_by_id_or_by_name(run: Run, letter_copy: Path, name: str) -> None:
    """The names are those of the code list and of the record, as a tracker takes them."""
    added = run("add", "update", letter_copy, *AU, *SAID, "--owner", name)

    assert added.exit_code == 0, added.output
    assert codec.read(letter_copy).records[0].updates[-1].owners == ("nl-defensie",)


def test_a_place_and_a_sector_are_named_by_name(run: Run, letter_copy: Path) -> None:
    """Codes of places and sectors have names too; `show` takes them as well."""
    named = ("--place", "Soedan", "--sector", "politie")
    added = run(*(letter_copy if word == "RECORD" else word for word in STATEMENT), *named)
    shown = run("show", letter_copy, "--place", "Soedan", "--as-of", "2011-01-01")

    assert added.exit_code == 0, added.output
    statement = codec.read(letter_copy).records[0].statements[-1]
    assert (statement.places, statement.sectors) == (("SDN",), ("police",))
    assert statement.id in shown.output


def test_a_name_that_two_parties_have_is_refused_with_their_ids(
    run: Run, letter_copy: Path
) -> None:
    """The one that is meant is said by its id."""
    text = (letter_copy / "record.toml").read_text("utf-8")
    parties = "".join(
        f'\n[[parties]]\nid = "jansen-{n}"\nname = {{ nl = "Jansen", en = "Jansen" }}\n'
        for n in range(9)
    )
    (letter_copy / "record.toml").write_text(text + parties, "utf-8")

    refused = run("add", "update", letter_copy, *AU, *SAID, "--owner", "Jansen")

    assert refused.exit_code == 2
    assert "--owner 'Jansen' may be any of 9; give the id: jansen-0, " in refused.output
    assert "jansen-5 and 3 more." in refused.output


def test_an_id_of_many_records_is_refused_with_six_of_them(
    run: Run, letter_copy: Path, tmp_path: Path
) -> None:
    """The rest is counted."""
    text = (letter_copy / "record.toml").read_text("utf-8")
    for number in range(9):
        folder = tmp_path / "many" / f"record-{number}"
        folder.mkdir(parents=True)
        renamed = text.replace('id = "kst-32123-X-124"', f'id = "record-{number}"', 1)
        (folder / "record.toml").write_text(renamed, "utf-8")

    refused = run("show", tmp_path / "many", "african-union", "--as-of", "2011-01-01")

    assert "african-union stands in 9 records of" in refused.output
    assert "Say which: record-0#african-union, " in refused.output
    assert "record-5#african-union and 3 more." in refused.output
    assert "record-6#african-union" not in refused.output


def test_a_replacement_takes_names_and_is_refused_in_options(run: Run, letter_copy: Path) -> None:
    """`replace` speaks as `add` does, whose options it takes."""
    entry = ("replace", letter_copy, "african-union")
    replaced = run(*entry, "--owner", "Ministerie van Defensie")
    refused = run(*entry, "--owner", "Ministerie van Niets")
    unfit = run("replace", letter_copy, "letter", "--session-year", "2009-2011")

    assert replaced.exit_code == 0, replaced.output
    (statement,) = (
        each for each in codec.read(letter_copy).records[0].statements if each.id == AU[1]
    )
    assert statement.owners == ("nl-defensie",)
    assert "--owner 'Ministerie van Niets' is not a known name or id." in refused.output
    assert "--session-year '2009-2011'" in unfit.output
    unknown = run(*entry, "--owner", "piet")
    near = run(*entry, "--owner", "Defensy")
    assert "--owner 'piet' is not a known name or id." in unknown.output
    assert "ssrpolicy add party PATH --id ID --name NAME" in unknown.output
    assert "Did you mean nl-defensie (ministerie van Defensie)" in near.output


def test_an_id_as_it_stands_is_not_the_name_of_another(run: Run, letter_copy: Path) -> None:
    """A party that is called as another's id is does not make that id doubtful."""
    named = run("add", "party", letter_copy, "--id", "loket", "--name", "nl-bz")
    added = run(
        *(letter_copy if word == "RECORD" else word for word in STATEMENT), "--owner", "nl-bz"
    )

    assert (named.exit_code, added.exit_code) == (0, 0), added.output
    assert codec.read(letter_copy).records[0].statement("nieuw").owners == ("nl-bz",)
