"""The first page, the headings and the occasion of a briefing note."""

import datetime as dt
from itertools import pairwise

import attrs
import pytest

from notes_read import AS_OF, INVENTED_AS_OF, runs_of, text, under
from ssrpolicy import Language, LocalText, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import Facts, Heading, Look, Paragraph, Supplied, briefing

# -- the first page ------------------------------------------------------------------------------


def test_the_first_page_asks_for_what_no_record_knows(record: PolicyRecord) -> None:
    """To, from, date, reference, deadline and annexes are places to fill in; the day is known."""
    note = briefing([record], as_of=AS_OF, language="nl")
    facts = note.blocks[0]
    assert isinstance(facts, Facts)
    assert [(name, text(value)) for name, value in facts.rows] == [
        ("Aan", "[In te vullen: aan wie]"),
        ("Van", "[In te vullen: van wie]"),
        ("Datum", "[In te vullen: datum van de notitie]"),
        ("Kenmerk", "[In te vullen: kenmerk]"),
        ("Deadline", "[In te vullen: wanneer het besluit nodig is, en waarom dan]"),
        (
            "Bijlagen",
            (
                "Bijlage 1: Overige uitspraken\nBijlage 2: Instrumenten\nBijlage 3: Documenten\n"
                "[In te vullen: welke stukken worden meegestuurd, of: geen]"
            ),
        ),
        ("Stand per", "31 december 2010"),
    ]
    assert {value[0].look for _, value in facts.rows[:5]} == {Look.TO_FILL}
    unfinished = note.blocks[1]
    assert isinstance(unfinished, Paragraph)
    assert unfinished.runs[0].look is Look.TO_FILL
    assert text(unfinished.runs) == (
        "[Deze notitie is nog niet af. Op negen punten moet nog iets worden ingevuld, telkens "
        "tussen vierkante haken.]"
    )


def test_a_note_of_which_everything_is_supplied_has_no_place_to_fill_in(
    record: PolicyRecord,
) -> None:
    """What a person supplies stands there in that person's words, and the note is finished."""
    supplied = Supplied(
        recipient="de minister van Buitenlandse Zaken",
        sender="Directie Veiligheidsbeleid",
        date=dt.date(2011, 1, 10),
        reference="DVB-2011/3",
        deadline=dt.date(2011, 1, 12),
        deadline_reason="commissiedebat van 13 januari 2011",
        annexes=("Brief van 29 april 2010",),
        advice="Kennisnemen van de stand van zaken.",
        political_context="De motie is ingediend door GroenLinks en CDA.\n\nZij is van 2009.",
        not_public="Geen.",
    )
    note = briefing([record], as_of=AS_OF, language="nl", supplied=supplied)
    looks = {run.look for block in note.blocks for runs in runs_of(block) for run in runs}
    assert Look.TO_FILL not in looks
    facts = note.blocks[0]
    assert isinstance(facts, Facts)
    values = {name: text(value) for name, value in facts.rows}
    assert values["Datum"] == "10 januari 2011"
    assert values["Deadline"] == "12 januari 2011 (commissiedebat van 13 januari 2011)"
    assert values["Bijlagen"].splitlines()[-1] == "Brief van 29 april 2010"
    assert under(note, "Geadviseerd besluit") == ["Kennisnemen van de stand van zaken."]
    assert under(note, "Politieke context") == [
        "De motie is ingediend door GroenLinks en CDA.",
        "Zij is van 2009.",
    ]
    assert under(note, "Informatie die niet openbaar gemaakt kan worden") == ["Geen."]


@pytest.mark.parametrize(
    "language, headings",
    [
        (
            "nl",
            [
                "Aanleiding",
                "Geadviseerd besluit",
                "Kernpunten",
                "Toelichting",
                "Politieke context",
                "Informatie die niet openbaar gemaakt kan worden",
                "Bijlagen",
            ],
        ),
        (
            "en",
            [
                "Background",
                "Recommended decision",
                "Key points",
                "Explanation",
                "Political context",
                "Information that cannot be made public",
                "Annexes",
            ],
        ),
    ],
)
def test_the_note_has_the_headings_of_a_decision_note(
    record: PolicyRecord, language: Language, headings: list[str]
) -> None:
    """The seven headings stand in their order, in the reader's language."""
    note = briefing([record], as_of=AS_OF, language=language)
    assert [b.text for b in note.blocks if isinstance(b, Heading) and b.level == 1] == headings


@pytest.mark.parametrize("records", [1, 2])
def test_no_level_of_heading_is_skipped(record: PolicyRecord, records: int) -> None:
    """Below a heading stands one of the next level, never one two levels down."""
    note = briefing([record, small_record()][:records], as_of=AS_OF, language="nl")
    levels = [0, *(block.level for block in note.blocks if isinstance(block, Heading))]
    assert [b - a for a, b in pairwise(levels) if b - a > 1] == []


def test_each_annex_can_be_reached_from_the_first_page(record: PolicyRecord) -> None:
    """What the first page names of the annexes leads to a heading that is there."""
    note = briefing([record], as_of=AS_OF, language="nl")
    there = {block.anchor for block in note.blocks if isinstance(block, Heading)}
    used = {run.anchor for block in note.blocks for runs in runs_of(block) for run in runs}
    assert {"annex_1", "annex_2", "annex_3"} == used - {None}
    assert used - {None} <= there


# -- occasion ------------------------------------------------------------------------------------


def test_the_occasion_says_who_moved_what_and_when(record: PolicyRecord) -> None:
    """The motion's movers and what it replaced are told; its outcome is said not to be known."""
    assert under(briefing([record], as_of=AS_OF, language="nl"), "Aanleiding") == [
        (
            "Deze notitie gaat over de brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, "
            "nr. 124). De brief is afkomstig van de minister van Buitenlandse Zaken en gericht aan "
            "de Voorzitter van de Tweede Kamer der Staten-Generaal. Daarin wordt gereageerd op de "
            "motie van 8 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 84)."
        ),
        (
            "De motie van 8 december 2009 is ingediend door de leden Peters en Knops. Deze motie "
            "kwam in de plaats van de motie van 3 december 2009 (Kamerstukken II 2009/10, 32123-X, "
            "nr. 80). De uitslag van de stemming over deze motie is niet vastgelegd. Als "
            "kabinetsappreciatie is vastgelegd: niet beschikbaar bij gewijzigde moties en/of "
            "amendementen."
        ),
    ]


def test_the_occasion_gives_the_outcome_with_the_votes(invented: PolicyRecord) -> None:
    """Adopted with how many votes, and what the cabinet thought of it, where that is recorded."""
    occasion = under(briefing([invented], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
    assert occasion[1] == (
        "De motie van 14 januari 2031 is ingediend door de leden Terpstra en Van Wierden. Deze "
        "motie is aangenomen (41 stemmen voor en 34 stemmen tegen). Als kabinetsappreciatie is "
        "vastgelegd: oordeel Kamer."
    )
    assert "mede namens de minister van Kustwacht van Lagemeer en de minister van" in occasion[0]


def test_several_questions_are_spoken_of_in_the_plural(invented: PolicyRecord) -> None:
    """A paper that asks four things holds questions, not a question."""
    occasion = under(briefing([invented], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
    assert occasion[-1] == (
        "De vragen van 30 mei 2033 zijn gesteld door het lid Peters van de Raad der Provinciën."
    )


def test_members_of_the_house_are_drawn_together(record: PolicyRecord) -> None:
    """Two members are named as such once."""
    occasion = under(briefing([record], as_of=AS_OF, language="en"), "Background")
    assert occasion[1].startswith(
        "The motion of 8 December 2009 was moved by Peters and Knops, Members of the House. "
    )


def test_a_paper_called_by_its_title_bears_it_without_a_mark(record: PolicyRecord) -> None:
    """Between the quotation marks stands the title and nothing else, in whatever language."""
    motion = attrs.evolve(
        record.document("motion"),
        date=None,
        number=None,
        register_number=None,
        title=LocalText(nl="Motie-Peters/Knops"),
    )
    documents = [motion if each.id == "motion" else each for each in record.documents]
    other = attrs.evolve(record, documents=tuple(documents))
    occasion = under(briefing([other], as_of=AS_OF, language="en"), "Background")
    assert "It responds to the motion (“Motie-Peters/Knops”)." in occasion[0]
