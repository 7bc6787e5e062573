"""Proposals corrected in the workbook to review a draft in, and what does not fit refused."""

import datetime as dt
import json
from pathlib import Path

import pytest
from plugins.excel.tests.reviewing.sheets import DAY, Sheet, merged, run

import ssrpolicy
from ssrpolicy import Commitment

pytestmark = pytest.mark.heavy

RULE = '''
from ssrpolicy.reporting import Remark, hookimpl, rule

@rule("acme-short", "warning")
def short(record):
    """A commitment is summed up in a few words."""
    for commitment in record.commitments:
        if len(str(commitment.summary)) < 20:
            yield Remark.of(record, commitment, "This office wants more words.")

@hookimpl
def ssrpolicy_rules():
    return [short]
'''


def test_a_correction_without_a_decision_is_refused(workbook: Path, drafted: Path) -> None:
    """It would be lost, and nobody would know."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Samenvatting").value = "Iets anders."
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    assert "is corrected, and not accepted" in " ".join(result.output.split())


def test_the_kind_of_a_statement_is_corrected(workbook: Path, drafted: Path) -> None:
    """Chosen from a list, in Dutch or English; a new commitment takes the firmness next to it."""
    sheet = Sheet(workbook)
    promise = sheet.rows("Toezegging")[0]
    claim = sheet.rows("Bewering")[0]
    (offered,) = [
        each.formula1
        for each in sheet.sheet.data_validations.dataValidation
        if "Toezegging" in each.formula1
    ]
    letter = sheet.cell(promise, "Soort").column_letter
    listed = {
        row
        for each in sheet.sheet.data_validations.dataValidation
        if "Toezegging" in each.formula1
        for part in each.sqref.ranges
        for row in range(part.min_row, part.max_row + 1)
    }
    for row in (promise, claim):
        sheet.cell(row, "Beslissing").value = "Overnemen"
    words = {row: sheet.cell(row, "Woorden van de brief").value for row in (promise, claim)}
    sheet.cell(promise, "Soort").value = "engagement"
    sheet.cell(claim, "Soort").value = "Toezegging"
    sheet.cell(claim, "Stelligheid").value = "Streven"
    result = merged(sheet.save(), drafted)

    assert offered == (
        '"Toezegging,Voorwaarde,Standpunt,Bewering,Inzet,Terzijde: definitie,Terzijde: leeswijzer,'
        'Terzijde: beleefdheid,Terzijde: achtergrond,Terzijde: herhaling"'
    )
    assert letter == "B"
    assert {promise, claim} <= listed
    assert not set(sheet.rows("Terzijde")) & listed
    assert result.exit_code == 0, result.output
    kinds = {each.quotes[0].quote: each for each in ssrpolicy.load(drafted).statements}
    assert kinds[words[promise]].kind == "engagement"
    made = kinds[words[claim]]
    assert isinstance(made, Commitment)
    assert (made.firmness, made.course, made.cue) == ("aspirational", "once", words[claim])
    assert "There is nothing to write" in merged(workbook, drafted).stdout


@pytest.mark.parametrize("word", ["Terzijde: beleefdheid", "set aside: Courtesy"])
def test_a_statement_is_set_aside_as_its_kind(word: str, workbook: Path, drafted: Path) -> None:
    """Chosen from the same list, with the reason, in either language; once is enough."""
    sheet = Sheet(workbook)
    claim = sheet.rows("Bewering")[0]
    sheet.cell(claim, "Beslissing").value = "Overnemen"
    sheet.cell(claim, "Soort").value = word
    words = sheet.cell(claim, "Woorden van de brief").value
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 0, result.output
    record = ssrpolicy.load(drafted)
    assert [(each.quote.quote, each.reason) for each in record.set_aside] == [(words, "courtesy")]
    assert not record.statements
    assert "There is nothing to write" in merged(workbook, drafted).stdout


@pytest.mark.parametrize(
    "correction",
    [
        ("Bewering", "Soort", "toezegging", "A commitment has a firmness"),
        ("Bewering", "Stelligheid", "Streven", "Only a commitment has a firmness."),
        ("Bewering", "Soort", "Terzijde: haast", "is not a kind of statement"),
        ("Terzijde", "Soort", "Toezegging", "Only what the letter states can be of another kind."),
        ("Terzijde", "Termijn", "voor de zomer", "This proposal has no such field."),
        ("Bewering", "Einddatum", "2031-06", "The timeframe has a date, and no words."),
    ],
)
def test_a_correction_that_does_not_fit_is_refused_by_cell(
    correction: tuple[str, str, str, str], workbook: Path, drafted: Path
) -> None:
    """What is of no use to an entry is not dropped without a word."""
    kind, head, typed, told = correction
    sheet = Sheet(workbook)
    row = next(each for each in sheet.rows(kind) if not sheet.cell(each, "Einddatum").value)
    sheet.cell(row, "Beslissing").value = "Overnemen"
    cell = sheet.cell(row, head)
    cell.value = typed
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert told in said
    assert f"Voorstellen!{cell.coordinate}" in said


def test_the_term_of_a_statement_is_corrected(workbook: Path, drafted: Path) -> None:
    """As words of the letter and as a date, typed as a day or as in a file."""
    sheet = Sheet(workbook)
    rows = [each for each in sheet.rows("Toezegging") if sheet.cell(each, "Termijn").value]
    first, second = rows[:2]
    words = sheet.cell(first, "Woorden van de brief").value
    for row in (first, second):
        sheet.cell(row, "Beslissing").value = "Overnemen"
    sheet.cell(first, "Termijn").value = words.split(" ", 1)[0]
    sheet.cell(first, "Einddatum").value = dt.datetime(2031, 9, 30)  # noqa: DTZ001 - a sheet's days have no time zone
    sheet.cell(second, "Termijn").value = None
    sheet.cell(second, "Einddatum").value = None
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 0, result.output
    terms = [each.timeframe for each in ssrpolicy.load(drafted).commitments]
    assert [(each.phrase, str(each.date)) for each in terms if each is not None] == [
        (words.split(" ", 1)[0], "2031-09-30")
    ]


def test_the_plan_shows_each_correction_and_what_it_raises(workbook: Path, drafted: Path) -> None:
    """From what to what, by its cell; a date against the words is warned about as well."""
    sheet = Sheet(workbook)
    row = next(
        each
        for each in sheet.rows("Toezegging")
        if sheet.cell(each, "Einddatum").value == "1 oktober 2031"
    )
    sheet.cell(row, "Beslissing").value = "Overnemen"
    sheet.cell(row, "Verantwoordelijk").value = "nl-bz; nl-bzk"
    sheet.cell(row, "Stelligheid").value = "Streven"
    sheet.cell(row, "Einddatum").value = "2033-Q3"
    place = sheet.cell(row, "Einddatum").coordinate
    before = (drafted / "record.toml").read_bytes()
    planned = run("merge", sheet.save(), drafted, "--by", "jansen")
    said = " ".join(planned.stdout.split())

    assert (drafted / "record.toml").read_bytes() == before
    assert f"Voorstellen!{place}: " in said
    assert "Einddatum from: 1 oktober 2031 to: 2033-Q3" in said
    assert "to: Ministerie van Buitenlandse Zaken Ministerie van Binnenlandse Zaken" in said
    assert "Stelligheid from: " in said
    assert "date-not-in-phrase" in said
    asked = ("merge", workbook, drafted, "--by", "jansen", "--format", "json")
    plan = json.loads(run(*asked).stdout)
    assert [each["wanted"] for each in plan["corrections"]][-1] == "2033-Q3"
    assert [each["code"] for each in plan["findings"]] == ["date-not-in-phrase"]


def test_the_plan_warns_by_rules_of_plugins_too(
    workbook: Path, drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a plugin's rule says of a correction stands in the plan, before anything is written."""
    (tmp_path / "office.py").write_text(RULE, encoding="utf-8")
    monkeypatch.setenv("SSRPOLICY_PLUGINS_DIR", str(tmp_path))
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Beslissing").value = "Overnemen"
    sheet.cell(row, "Samenvatting").value = "Iets korters."

    planned = ssrpolicy.plan_review(sheet.save(), drafted)

    assert "acme-short" in [each.code for each in planned.findings]


def test_the_date_of_other_words_does_not_stay(workbook: Path, drafted: Path) -> None:
    """Who corrects the words alone is asked for the date, at the cell that was changed."""
    sheet = Sheet(workbook)
    row = next(each for each in sheet.rows("Toezegging") if sheet.cell(each, "Einddatum").value)
    sheet.cell(row, "Beslissing").value = "Overnemen"
    cell = sheet.cell(row, "Termijn")
    results = []
    for typed in (sheet.cell(row, "Woorden van de brief").value.split(" ", 1)[0], None):
        cell.value = typed
        results.append(" ".join(merged(sheet.save(), drafted).output.split()))

    assert "is of the words that were there before." in results[0]
    assert "The timeframe has a date, and no words." in results[1]
    assert all(f"Voorstellen!{cell.coordinate}" in each for each in results)


def test_a_correction_of_what_was_accepted_as_it_was_is_refused(
    workbook: Path, drafted: Path
) -> None:
    """The decision is the same, and the correction would be lost."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    id = sheet.cell(row, "Voorstel").value
    sheet.cell(row, "Beslissing").value = "overnemen"
    sheet.cell(row, "Samenvatting").value = "Beter gezegd."
    assert run("review", drafted, "--by", "devries", "--date", DAY, "--accept", id).exit_code == 0
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert f"devries accepted {id} already, on 2 April 2031, without this correction." in said
    assert f"ssrpolicy replace {drafted} " in said


def test_an_unknown_party_is_told_at_its_own_cell(workbook: Path, drafted: Path) -> None:
    """Where people typed it."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Beslissing").value = "overnemen"
    owner = sheet.cell(row, "Verantwoordelijk")
    owner.value = "Ministerie van Niets"
    result = merged(sheet.save(), drafted)

    assert f"Voorstellen!{owner.coordinate}: " in result.output


@pytest.mark.parametrize(
    "typed",
    [
        "nl-ocw; nl-bzk",
        "Ministerie van Onderwijs, Cultuur en Wetenschap\nministerie van BZK",
        "OCW, BZK",
        "Ministerie van Onderwijs, Cultuur en Wetenschap en ministerie van BZK",
    ],
)
def test_owners_are_separated_as_in_a_tracker(typed: str, workbook: Path, drafted: Path) -> None:
    """By a semicolon or a new line, and by a comma or "en" that is not part of a name."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Beslissing").value = "overnemen"
    sheet.cell(row, "Verantwoordelijk").value = typed
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 0, result.output
    (made,) = ssrpolicy.load(drafted).commitments
    assert made.owners == ("nl-ocw", "nl-bzk")


def test_an_owner_that_is_not_known_is_quoted_whole_or_shortened_at_a_word(
    workbook: Path, drafted: Path
) -> None:
    """With what separates several, where nothing is like it."""
    sheet = Sheet(workbook)
    row = sheet.rows("Toezegging")[0]
    sheet.cell(row, "Beslissing").value = "overnemen"
    unknown = "Xylofoonvereniging Qwertz van alle eilanden en havens aan de noordelijke zeestraat"
    sheet.cell(row, "Verantwoordelijk").value = unknown
    said = " ".join(merged(sheet.save(), drafted).output.split())

    assert "“Xylofoonvereniging Qwertz van alle eilanden en havens…” is not a party" in said
    assert "separate several with a semicolon or a new line." in said


def test_dates_stand_in_the_words_of_people(workbook: Path) -> None:
    """No date of a file, whose signs nobody types; each is read back as it."""
    sheet = Sheet(workbook)
    dates = [str(sheet.cell(row, "Einddatum").value or "") for row in sheet.rows()]
    assert "1 oktober 2031" in dates
    assert not [date for date in dates if "~" in date or "/" in date or date[4:5] == "-"]


def test_what_is_set_aside_has_no_other_correction(workbook: Path, drafted: Path) -> None:
    """A summary that was typed too would be lost; it is refused by its cell."""
    sheet = Sheet(workbook)
    claim = sheet.rows("Bewering")[0]
    sheet.cell(claim, "Beslissing").value = "Overnemen"
    sheet.cell(claim, "Soort").value = "Terzijde: herhaling"
    cell = sheet.cell(claim, "Samenvatting")
    cell.value = "Iets anders."
    result = merged(sheet.save(), drafted)

    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert "What is set aside has a reason, and nothing else." in said
    assert f"Voorstellen!{cell.coordinate}" in said
