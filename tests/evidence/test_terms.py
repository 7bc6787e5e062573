"""What the phrases of terms give: a date in EDTF as exact as the words, or nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy.evidence.terms import TermReading, entered_day, entered_term, phrases_in, read_term

PAPER = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("uiterlijk 1 juni", "2024-06-01"),
        ("vóór 1 juni", "2024-05-31"),
        ("voor 1 juli 2031", "2031-06-30"),
        ("eind 2026", "2026"),
        ("in 2026", "2026"),
        ("in de loop van 2026", "2026"),
        ("voor het einde van 2026", "2026"),
        ("voor eind 2026", "2026"),
        ("nog dit jaar", "2024"),
        ("voor het eind van het jaar", "2024"),
        ("volgend jaar", "2025"),
        ("begin volgend jaar", "2025~"),
        ("begin 2026", "2026~"),
        ("medio 2026", "2026~"),
        ("half juni", "2024-06~"),
        ("eerste helft van 2026", "2026-01/2026-06"),
        ("in de tweede helft van 2026", "2026-07/2026-12"),
        ("derde kwartaal van 2026", "2026-07/2026-09"),
        ("in het derde kwartaal 2026", "2026-07/2026-09"),
        ("het laatste kwartaal van dit jaar", "2024-10/2024-12"),
        ("eerste kwartaal van volgend jaar", "2025-01/2025-03"),
        ("in het tweede kwartaal", "2024-04/2024-06"),
        ("in het eerste kwartaal van 2024", "2024-01/2024-03"),
        ("Q3 2026", "2026-07/2026-09"),
        ("2026-Q3", "2026-07/2026-09"),
        ("begin derde kwartaal 2026", "2026-07~/2026-09~"),
        ("dit najaar", "2024-23"),
        ("voorjaar 2026", "2026-21"),
        ("rond de zomer van 2023", "2023-22~"),
        ("dit voorjaar", "2024-21"),
        ("eind februari", "2025-02"),
        ("in maart", "2024-03"),
        ("na september 2026", "2026-10/.."),
        ("na 2026", "2027/.."),
        ("na 1 juni 2026", "2026-06-02/.."),
        ("tussen juni en september 2026", "2026-06/2026-09"),
        ("van 2026 tot en met 2028", "2026/2028"),
        ("eind juni of begin juli 2026", "2026-06/2026-07"),
        ("gepland voor het najaar", "2024-23"),
        ("uiterlijk in december 2026", "2026-12"),
        ("op 30-11-2025", "2025-11-30"),
        ("omstreeks 1 mei 2025", "2025-05-01~"),
        ("by the end of 2026", "2026"),
        ("no later than 1 June", "2024-06-01"),
        ("in the autumn", "2024-23"),
        ("before 1 June 2026", "2026-05-31"),
        ("in the first half of 2026", "2026-01/2026-06"),
        ("in the third quarter of 2026", "2026-07/2026-09"),
        ("by December 16, 2026", "2026-12-16"),
        ("early 2026", "2026~"),
        ("mid-2026", "2026~"),
        ("next year", "2025"),
        ("after September 2026", "2026-10/.."),
    ],
)
def test_a_phrase_gives_a_date_as_exact_as_its_words(phrase: str, date: str) -> None:
    """The date is the stretch that the words name, never a day that they do not."""
    english = any(
        word in phrase.split() for word in ("the", "by", "no", "after", "before", "early")
    )
    found = read_term(phrase, language="en" if english else "nl", paper_date=PAPER)
    assert str(found.date) == date


@pytest.mark.parametrize(
    "phrase",
    [
        "zo spoedig mogelijk",
        "de komende jaren",
        "op termijn",
        "binnen afzienbare tijd",
        "voor de zomer",
        "na de zomer",
        "na het zomerreces",
        "voor het kerstreces van 2026",
        "in aanloop naar Prinsjesdag",
        "bij de begroting voor 2027",
        "binnen twee maanden na de laatste verkiezingsronde",
        "binnen enkele weken",
        "in 150 gevallen",
        "as soon as possible",
        "in due course",
        "momenteel",
        "na 31-12-9999",
        "voor 1-1-0001",
        "",
    ],
)
def test_a_phrase_without_a_date_gives_none(phrase: str) -> None:
    """What is vague, or hangs on an event or on the House's calendar, is left in its words."""
    assert read_term(phrase, paper_date=PAPER) == TermReading()


@pytest.mark.parametrize(
    "phrase, language, date, counted_from",
    [
        ("binnen twee maanden", "nl", "2024-05-05", PAPER),
        ("over een half jaar", "nl", "2024-09-05", PAPER),
        ("binnen anderhalf jaar", "nl", "2025-09-05", PAPER),
        ("binnen zes weken", "nl", "2024-04-16", PAPER),
        ("binnen 14 dagen", "nl", "2024-03-19", PAPER),
        ("binnen een jaar", "nl", "2025-03-05", PAPER),
        ("binnen drie maanden na dagtekening van deze brief", "nl", "2024-06-05", PAPER),
        (
            "binnen twee maanden na de laatste ronde, die gepland staat voor 7 september",
            "nl",
            "2024-11-07",
            dt.date(2024, 9, 7),
        ),
        ("twee maanden na 31 december 2025", "nl", "2026-02-28", dt.date(2025, 12, 31)),
        ("within six months", "en", "2024-09-05", PAPER),
        ("within six months of the date of this letter", "en", "2024-09-05", PAPER),
        ("in three weeks", "en", "2024-03-26", PAPER),
        ("in a year and a half", "en", "2025-09-05", PAPER),
        ("within a year and a half", "en", "2025-09-05", PAPER),
        ("within two and a half years", "en", "2026-09-05", PAPER),
        ("binnen een jaar en een half", "nl", "2025-09-05", PAPER),
        ("binnen twee en een half jaar", "nl", "2026-09-05", PAPER),
    ],
)
def test_a_phrase_that_counts_is_counted_from_a_named_day_or_from_the_paper(
    phrase: str, language: str, date: str, counted_from: dt.date
) -> None:
    """The day from which is counted is shown with the result."""
    found = read_term(phrase, language=language, paper_date=PAPER)
    assert (str(found.date), found.counted_from) == (date, counted_from)


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("tussen 1 mei en 1 juli 2027", "2027-05-01/2027-07-01"),
        ("tussen mei en juli 2027", "2027-05/2027-07"),
        ("mei, juni of juli 2027", "2027-05/2027-07"),
        ("eind december of begin januari 2027", "2026-12/2027-01"),
        ("Q1-Q2 2027", "2027-01/2027-06"),
        ("from May to July 2027", "2027-05/2027-07"),
        ("vanaf september tot en met december 2027", "2027-09/2027-12"),
    ],
)
def test_of_two_stretches_the_last_gives_the_year_of_the_first(phrase: str, date: str) -> None:
    """The paper's year is not put in front of another one; typed in a cell it is read as well."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date
    assert str(entered_term(phrase)) == date


@pytest.mark.parametrize(
    "phrase, date, start",
    [
        ("na mei of juni 2026", "2026-06/..", None),
        ("na 1 mei of 1 juni 2026", "2026-05-02/..", None),
        ("vóór mei of juni 2026", "2026-04-30", None),
        ("voor 1 mei, 1 juni of 1 juli 2026", "2026-04-30", None),
        ("voor eind mei of begin juni 2026", "2026-05", None),
        ("gepland voor mei of juni 2026", "2026-05/2026-06", None),
        ("after May or June 2026", "2026-06/..", None),
        ("before May and June 2026", "2026-04-30", None),
        ("vanaf 1 januari 2027 of 1 juli 2027", "None", dt.date(2027, 1, 1)),
        ("from January 2027 or July 2027", "None", dt.date(2027, 1, 1)),
        ("vanaf mei tot juli 2026", "2026-05/2026-07", None),
    ],
)
def test_a_bound_before_two_alternatives_keeps_its_meaning(
    phrase: str, date: str, start: dt.date | None
) -> None:
    """Before, after or from the earlier of the two; only from the one to the other is a stretch."""
    found = read_term(phrase, paper_date=dt.date(2026, 3, 10))
    assert (str(found.date), found.start) == (date, start)


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("jaareinde 2026", "2026"),
        ("voor jaareinde 2026", "2026"),
        ("na jaareinde 2026", "2027/.."),
        ("by year-end 2026", "2026"),
        ("in the new year 2027", "2027"),
        ("before the new year 2027", "2026-12-31"),
        ("oud en nieuw 2026", "2026"),
        ("Pinksteren 2026", "2026"),
        ("voor kerst '26", "2026"),
        ("op 1 januari van het nieuwe jaar 2028", "2028-01-01"),
        ("op 1 januari van het nieuwe jaar", "2027-01-01"),
        ("voor het zomerreces, op 30 juni 2026", "2026-06-30"),
        ("after the recession, in the eastern provinces in 2027", "2027"),
        ("voor het kerstreces van 2026", "None"),
        ("in het nieuwe jaar", "None"),
        ("rond Pinksteren", "None"),
    ],
)
def test_an_occasion_with_its_year_or_next_to_a_day_has_a_date(phrase: str, date: str) -> None:
    """What lies in the year that is named is in that year; a word that only looks so is not one."""
    assert str(read_term(phrase, paper_date=dt.date(2026, 3, 10)).date) == date


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("Vóór het commissiedebat van 21 mei 2026", "2026-05-20"),
        ("voor de Kamerbehandeling op donderdag 21 mei 2026", "2026-05-20"),
        ("vóór donderdag 21 mei 2026", "2026-05-20"),
        ("before the committee debate of 21 May 2026", "2026-05-20"),
        ("before the general consultation on Thursday 21 May", "2026-05-20"),
        ("na afloop van het commissiedebat van 21 mei 2026", "2026-05-22/.."),
        ("niet voor het commissiedebat van 21 mei 2026", "2026-05-21/.."),
        ("tijdens het commissiedebat van 21 mei 2026", "2026-05-21"),
        ("gepland voor de vergadering van 21 mei 2026", "2026-05-21"),
        ("voor de Kamer uiterlijk op 21 mei 2026", "2026-05-21"),
    ],
)
def test_before_an_event_that_has_its_day_is_the_day_before(phrase: str, date: str) -> None:
    """The event and the day of the week stand between the word and the day that it bounds."""
    assert str(read_term(phrase, paper_date=dt.date(2026, 3, 10)).date) == date


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("in de tweede helft van juni 2027", "2027-06"),
        ("in the first half of May 2027", "2027-05"),
        ("eerste helft van mei", "2024-05"),
        ("in de tweede helft van de maand", "None"),
        ("in het tweede kwartaal van de looptijd", "None"),
        ("in het tweede kwartaal van begrotingsjaar 2027", "2027-04/2027-06"),
    ],
)
def test_half_of_a_month_is_not_half_of_a_year(phrase: str, date: str) -> None:
    """A part is one of the year only where the words do not say of what else it is."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("uiterlijk 1 juni '27", "2027-06-01"),
        ("najaar \u201927", "2027-23"),
        ("4e kwartaal '27", "2027-10/2027-12"),
        ("11-2027", "2027-11"),
        ("K3 2027", "2027-07/2027-09"),
        ("in het jaar '27", "2027"),
        ("begin '27", "2027~"),
        ("by the end of '27", "2027"),
        ("in the year 2027", "2027"),
        ("in mei van het jaar 2027", "2027-05"),
        ("bij '27 gemeenten", "None"),
    ],
)
def test_a_year_or_month_written_short_is_read(phrase: str, date: str) -> None:
    """The year that is named in two figures is not left out, nor is a month in figures."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("niet voor 2027", "2027/.."),
        ("niet vóór 1 januari 2027", "2027-01-01/.."),
        ("niet eerder dan 1 juni 2027", "2027-06-01/.."),
        ("op zijn vroegst eind 2027", "2027/.."),
        ("no earlier than June 2027", "2027-06/.."),
        ("1 juli 2027 of later", "2027-07-01/.."),
        ("na afloop van 2027", "2028/.."),
        ("niet later dan 1 juni 2027", "2027-06-01"),
    ],
)
def test_the_earliest_day_is_not_the_last_one(phrase: str, date: str) -> None:
    """What will not be done before a day is open, and due on none."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "phrase, date, counted_from",
    [
        ("binnen maximaal 3 maanden", "2024-06-05", PAPER),
        ("binnen een termijn van drie maanden", "2024-06-05", PAPER),
        ("binnen drie à vier weken", "2024-04-02", PAPER),
        ("in de komende zes maanden", "2024-09-05", PAPER),
        ("uiterlijk twee weken voor 1 juni 2027", "2027-05-18", dt.date(2027, 6, 1)),
        ("binnen vier weken nadat de Raad op 3 mei 2027 adviseert", "2027-05-31",
         dt.date(2027, 5, 3)),
        ("zes weken te rekenen vanaf 1 mei 2027", "2027-06-12", dt.date(2027, 5, 1)),
    ],
)  # fmt: skip
def test_what_is_counted_may_be_a_bound_a_range_or_back_from_a_day(
    phrase: str, date: str, counted_from: dt.date
) -> None:
    """The longest time that the words allow is counted, from the day that they name."""
    found = read_term(phrase, paper_date=PAPER)
    assert (str(found.date), found.counted_from) == (date, counted_from)


@pytest.mark.parametrize(
    "phrase",
    ["binnen tien werkdagen", "binnen tien werkdagen na 1 mei 2027", "binnen 48 uur",
     "within ten working days", "binnen twee maanden nadat de Raad adviseert",
     "twee maanden voor het einde van 2027", "na het advies binnen twee maanden"],
)  # fmt: skip
def test_what_counts_without_a_calendar_or_from_an_unknown_day_gives_none(phrase: str) -> None:
    """Days of work and events lead to no day; that the phrase counts is known all the same."""
    found = read_term(phrase, language="en" if "within" in phrase else "nl", paper_date=PAPER)
    assert (found.date, found.counts) == (None, True)


def test_a_day_next_to_an_occasion_is_read() -> None:
    """What day the recess begins stands in no phrase; that of "uiterlijk" does."""
    found = read_term("voor het zomerreces, uiterlijk 30 juni 2027", paper_date=PAPER)
    assert str(found.date) == "2027-06-30"
    assert read_term("voor het zomerreces", paper_date=PAPER).occasion


@pytest.mark.parametrize(
    "phrase",
    ["jaarlijks", "ieder half jaar", "elk kwartaal", "per kwartaal", "twee keer per jaar",
     "annually", "every year", "jaarlijks voor 1 juni"],
)  # fmt: skip
def test_a_recurring_term_has_no_date(phrase: str) -> None:
    """What comes back every year has no one date."""
    assert read_term(phrase, paper_date=PAPER) == TermReading(recurring=True)


@pytest.mark.parametrize(
    "phrase, start",
    [
        ("met ingang van 2036", dt.date(2036, 1, 1)),
        ("vanaf september 2026", dt.date(2026, 9, 1)),
        ("vanaf het derde kwartaal van 2026", dt.date(2026, 7, 1)),
        ("as of 1 June 2026", dt.date(2026, 6, 1)),
    ],
)
def test_a_start_is_not_a_term(phrase: str, start: dt.date) -> None:
    """Where something begins is not a day by which it is done."""
    assert read_term(phrase, paper_date=PAPER) == TermReading(start=start)


def test_the_year_that_a_phrase_leaves_out_is_marked() -> None:
    """A year from the paper's date is said to be from there; without the paper there is none."""
    assert read_term("uiterlijk 1 juni", paper_date=PAPER).year_from_paper
    assert not read_term("uiterlijk 1 juni 2024", paper_date=PAPER).year_from_paper
    assert read_term("uiterlijk 1 juni") == TermReading()


def test_a_past_month_is_the_next_years_only_in_an_undertaking() -> None:
    """What is promised for February is yet to come; what was planned for February is not."""
    letter = dt.date(2022, 12, 22)
    promised = read_term("eind februari", paper_date=letter)
    planned = read_term("eind februari", paper_date=letter, undertaking=False)
    assert (str(promised.date), str(planned.date)) == ("2023-02", "2022-02")


@pytest.mark.parametrize(
    "typed, date",
    [
        ("2023-Q3", "2023-07/2023-09"),
        ("Q3 2023", "2023-07/2023-09"),
        ("derde kwartaal 2023", "2023-07/2023-09"),
        ("eerste helft van 2023", "2023-01/2023-06"),
        ("H2 2023", "2023-07/2023-12"),
        ("30-11-2010", "2010-11-30"),
        ("2010-11", "2010-11"),
        ("november 2010", "2010-11"),
        ("najaar 2010", "2010-23"),
        ("2010/..", "2010/.."),
        ("11/2010", "2010-11"),
        ("within two years of 1 May 2010", "2012-05-01"),
    ],
)
def test_a_term_is_entered_in_words_or_in_edtf(typed: str, date: str) -> None:
    """Quarters, halves, seasons, months and days come out as their interval or day."""
    assert str(entered_term(typed)) == date


@pytest.mark.parametrize(
    "typed, day",
    [
        ("30-11-2010", dt.date(2010, 11, 30)),
        ("3/11/2025", dt.date(2025, 11, 3)),
        ("2010-11-30", dt.date(2010, 11, 30)),
        ("30 november 2010", dt.date(2010, 11, 30)),
        ("November 30, 2010", dt.date(2010, 11, 30)),
        ("30 november", None),
        ("november 2010", None),
        ("32-11-2010", None),
        ("op 30-11-2010", None),
    ],
)
def test_a_day_is_entered_as_people_write_days(typed: str, day: dt.date | None) -> None:
    """A day with its year is read, the day before the month; what is less is none."""
    assert entered_day(typed) == day


@given(
    st.text(
        alphabet=st.sampled_from("binnen voor na eind 2026 q34 juni maanden twee/-."), max_size=40
    )
    | st.text(max_size=40)
)
def test_any_text_is_read_without_harm(phrase: str) -> None:
    """Whatever stands there, the reading is a value; and the same one twice."""
    found = read_term(phrase, paper_date=PAPER)
    assert found == read_term(phrase, paper_date=PAPER)
    assert found.date is None or found.start is None


@pytest.mark.parametrize(
    "phrase, date",
    [
        ("op Prinsjesdag 2026", "2026-09-15"),
        ("met Prinsjesdag", "2024-09-17"),
        ("voor Prinsjesdag", "2024-09-16"),
        ("uiterlijk Prinsjesdag 2027", "2027-09-21"),
        ("rond Prinsjesdag", "2024-09-17~"),
        ("na Prinsjesdag", "2024-09-18/.."),
        ("op Prinsjesdag van volgend jaar", "2025-09-16"),
        ("komende Prinsjesdag", "2024-09-17"),
        ("twee weken na Prinsjesdag", "2024-10-01"),
        ("op Verantwoordingsdag", "2024-05-15"),
        ("voor Verantwoordingsdag 2026", "2026-05-19"),
    ],
)
def test_a_day_that_law_fixes_has_its_date(phrase: str, date: str) -> None:
    """The third Tuesday of September, and the third Wednesday of May, counted from the paper."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date


@pytest.mark.parametrize("phrase", ["met Prinsjesdag", "aanstaande vrijdag"])
def test_a_day_that_no_calendar_has_is_not_given(phrase: str) -> None:
    """After the last day of the last year nothing comes."""
    assert read_term(phrase, paper_date=dt.date.max) == TermReading()


@pytest.mark.parametrize("phrase", ["voor Prinsjesdag", "aanstaande vrijdag", "eind van de maand"])
def test_a_day_without_a_year_has_no_date_in_a_paper_without_one(phrase: str) -> None:
    """Nothing places it."""
    assert read_term(phrase) == TermReading()


@pytest.mark.parametrize(
    "language, phrase, date",
    [
        ("nl", "eind van de maand", "2024-03"),
        ("nl", "voor het einde van de maand", "2024-03"),
        ("nl", "aanstaande vrijdag", "2024-03-08"),
        ("nl", "uiterlijk dinsdag", "2024-03-12"),
        ("nl", "vrijdag a.s.", "2024-03-08"),
        ("nl", "uiterlijk vrijdag 5 juli", "2024-07-05"),
        ("en", "by Friday", "2024-03-08"),
        ("en", "before Friday", "2024-03-07"),
        ("en", "in FY2026", "2026~"),
        ("en", "by the end of FY2026-27", "2026/2027"),
        ("en", "in financial year 2026-27", "2026/2027"),
        ("en", "up to 2030", "2030"),
        ("nl", "in 2026 en verder", "2026/.."),
        ("nl", "in 2026 e.v.", "2026/.."),
        ("en", "in 2026 and beyond", "2026/.."),
        ("nl", "zo spoedig mogelijk, maar uiterlijk in mei 2026", "2026-05"),
        ("nl", "zo snel mogelijk en in ieder geval voor 1 juli", "2024-06-30"),
        ("en", "as soon as possible, and no later than 1 June", "2024-06-01"),
        ("nl", "op een termijn van twee jaar", "2026-03-05"),
        ("nl", "over enige maanden", "None"),
        ("nl", "wanneer het advies gereed is", "None"),
        ("nl", "voordat de regeling op 1 juli 2026 ingaat", "None"),
        ("nl", "alvorens te besluiten", "None"),
    ],
)
def test_a_phrase_is_found_and_read_as_one(language: str, phrase: str, date: str) -> None:
    """What is found in a sentence is what is read; of two terms the day by which it is done."""
    frame = {"nl": "Dit is gereed {}.", "en": "This is ready {}."}[language].format(phrase)
    found = [frame[start:end] for start, end in phrases_in(frame, language)]

    assert found == [phrase]
    assert str(read_term(phrase, language=language, paper_date=PAPER).date) == date


@pytest.mark.parametrize(
    "language, sentence, phrases",
    [
        ("nl", "In mei 2026 en verder zal ik dit melden.", ["In mei 2026"]),
        ("nl", "Op vrijdag is de kade dicht.", []),
        ("nl", "Alvorens te besluiten wordt de Kamer bericht.", ["Alvorens te besluiten"]),
        ("nl", "Voordat de wet ingaat informeer ik u.", ["Voordat de wet ingaat"]),
    ],
)
def test_what_only_looks_like_more_of_a_term_is_left(
    language: str, sentence: str, phrases: list[str]
) -> None:
    """A phrase ends where the sentence goes on, and a weekday by itself may be any."""
    assert [sentence[start:end] for start, end in phrases_in(sentence, language)] == phrases


@pytest.mark.parametrize(
    "phrase, day, date",
    [
        ("komend voorjaar", "2024-03-05", "2024-21"),
        ("komend voorjaar", "2024-04-05", "None"),
        ("komend voorjaar", "2024-05-12", "2025-21"),
        ("komend voorjaar", "2024-06-05", "2025-21"),
        ("the coming spring", "2024-05-12", "2025-21"),
        ("komende zomer", "2024-06-20", "2024-22"),
        ("komende winter", "2024-01-20", "2024-24"),
    ],
)
def test_a_season_to_come_that_has_long_begun_is_the_next(phrase: str, day: str, date: str) -> None:
    """At its beginning it is meant itself; between the two nobody can tell."""
    assert str(read_term(phrase, paper_date=dt.date.fromisoformat(day)).date) == date


@pytest.mark.parametrize(
    "phrase",
    [
        "het komende jaar",
        "in het komende jaar",
        "over the coming year",
        "vanaf de verkiezingen in maart 2027",
        "tot het debat in mei 2027",
        "from the elections in May 2027",
        "until the summit in June 2027",
    ],
)
def test_the_year_from_now_on_and_an_event_within_a_month_have_no_known_day(phrase: str) -> None:
    """The event may be early or late in its month."""
    reading = read_term(phrase, paper_date=PAPER)

    assert (reading.date, reading.start) == (None, None)
