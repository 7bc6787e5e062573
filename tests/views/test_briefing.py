"""The briefing note as a reader gets it: what is said, in which words, and from which source."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import (
    Disposition,
    EdtfDate,
    Language,
    LocalText,
    Party,
    Passage,
    PolicyRecord,
    Timeframe,
)
from ssrpolicy.testing import large_record, nasty_record, small_record
from ssrpolicy.views import (
    Block,
    Bullets,
    Facts,
    Grid,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Runs,
    Supplied,
    briefing,
)

AS_OF = dt.date(2010, 12, 31)
INVENTED_AS_OF = dt.date(2034, 4, 15)
LATER = dt.date(2011, 12, 31)


@pytest.fixture(scope="module")
def record(letter: Path) -> PolicyRecord:
    """The record of the letter."""
    return ssrpolicy.load(letter)


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record, in which everything happens."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def text(runs: Runs) -> str:
    """Runs as a reader sees them; a reference is its number in brackets."""
    return "".join(f"{run.text}[{run.source}]" if run.source else run.text for run in runs)


def runs_of(block: Block) -> Iterator[Runs]:
    """The stretches of running text of a block."""
    match block:
        case Heading():
            yield (Run(block.text, ""),)
        case Paragraph():
            yield block.runs
        case Bullets():
            yield from block.items
        case Facts():
            yield from (value for _, value in block.rows)
        case Grid():
            yield from (cell for row in block.rows for cell in row)


def under(note: Note, heading: str) -> list[str]:
    """The texts below a heading, up to the next heading."""
    found: list[str] = []
    here = False
    for block in note.blocks:
        if isinstance(block, Heading):
            here = block.text == heading
        elif here:
            found += [text(runs) for runs in runs_of(block)]
    return found


def grid(note: Note, column: str) -> Grid:
    """The first table that begins with a column."""
    return next(b for b in note.blocks if isinstance(b, Grid) and b.header[0] == column)


def status(record: PolicyRecord, *, as_of: dt.date = LATER, language: Language = "nl") -> str:
    """What the table says of where the only commitment of a record stands."""
    table = grid(briefing([record], as_of=as_of, language=language), "Toezegging")
    return text(table.rows[0][table.header.index("Stand")])


def asked_to_report(phrase: str, date: str | None) -> Timeframe:
    """A term of the fire service's report."""
    return Timeframe(phrase=phrase, date=None if date is None else EdtfDate(date))


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
            "nr. 80). De uitslag van de stemming over deze motie is niet vastgelegd. De "
            "kabinetsappreciatie luidt: niet beschikbaar bij gewijzigde moties en/of amendementen."
        ),
    ]


def test_the_occasion_gives_the_outcome_with_the_votes(invented: PolicyRecord) -> None:
    """Adopted with how many votes, and what the cabinet thought of it, where that is recorded."""
    occasion = under(briefing([invented], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
    assert occasion[1] == (
        "De motie van 14 januari 2031 is ingediend door de leden Terpstra en Van Wierden. Deze "
        "motie is aangenomen (41 stemmen voor en 34 stemmen tegen). De kabinetsappreciatie luidt: "
        "oordeel Kamer."
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


# -- key points ----------------------------------------------------------------------------------


def test_the_key_points_give_each_request_its_answers(record: PolicyRecord) -> None:
    """One request may have several answers; each is named, with its scope."""
    points = under(briefing([record], as_of=AS_OF, language="en"), "Key points")
    assert points[0] == "Two requests are on record. They were dealt with as follows:"
    assert points[1].endswith(
        "The letter of 29 April 2010 answers this (the possibilities to intensify SSR in general; "
        "police training comes up where current efforts are described, without an answer of its "
        "own)."
    )
    assert points[2].endswith(
        "with a focus on police training. The letter of 29 April 2010 declines this (in general) "
        "and sets conditions for this (case by case: in specific countries or on themes within "
        "existing SSR programmes)."
    )


def test_the_key_points_count_in_words(record: PolicyRecord) -> None:
    """Small numbers are words; a sentence with a large one has digits throughout."""
    points = under(briefing([record], as_of=AS_OF, language="nl"), "Kernpunten")
    assert points[3:5] == [
        (
            "Er zijn zeven toezeggingen vastgelegd: twee zijn voorwaardelijk, drie zijn als "
            "streven geformuleerd en twee zijn verkennend."
        ),
        (
            "Verder zijn 67 andere uitspraken en 14 instrumenten vastgelegd; die staan in de "
            "toelichting en de bijlagen."
        ),
    ]


def test_the_key_points_say_what_is_reported_and_what_is_shown(invented: PolicyRecord) -> None:
    """What is said of the commitments and what evidence shows of them are two sentences."""
    points = under(briefing([invented], as_of=INVENTED_AS_OF, language="nl"), "Kernpunten")
    assert (
        "Over dertien van de achttien toezeggingen is iets gemeld: bij twee dat de uitvoering nog "
        "moet beginnen, bij twee dat de uitvoering loopt, bij één dat eraan voor een deel is "
        "voldaan, bij vijf dat eraan is voldaan, bij één dat de uitvoering is gestaakt en bij twee "
        "dat de uitvoering is overgedragen."
    ) in points
    assert (
        "Van zeven van de achttien toezeggingen is nagegaan of bewijs laat zien dat eraan is "
        "voldaan: bij één is niets gevonden, bij drie bevestigt het bewijs dat, bij één bevestigt "
        "het bewijs dat voor een deel en bij twee spreekt het bewijs dat tegen."
    ) in points


def test_the_key_points_say_what_is_not_known(record: PolicyRecord) -> None:
    """Without dates and without updates the note says both, once."""
    points = under(briefing([record], as_of=AS_OF, language="nl"), "Kernpunten")
    assert points[-2:] == [
        "Voor geen van de toezeggingen is een einddatum genoemd, en er is er ook geen ingevuld.",
        (
            "Over wat er sindsdien is gebeurd, is niets vastgelegd. Hoe het er nu voor staat, is "
            "dus niet bekend."
        ),
    ]


def test_what_is_overdue_stands_among_the_key_points_with_its_date() -> None:
    """A term that has passed is named with its last day."""
    points = under(briefing([small_record()], as_of=LATER, language="nl"), "Kernpunten")
    at = points.index("Van het volgende is de termijn verstreken:")
    assert points[at + 1] == (
        "Bericht over de brandweer. De termijn is op 31 mei 2011 verstreken, 214 dagen geleden. "
        "Het Ministerie van Vuur meldde op 1 maart 2011 dat de uitvoering loopt. "
        "Verantwoordelijk: Ministerie van Vuur."
    )


def test_of_many_entries_a_key_point_names_ten_and_counts_the_rest() -> None:
    """A key point stays readable, and says how much more there is."""
    small = small_record()
    promise = small.commitments[0]
    many = tuple(attrs.evolve(promise, id=f"report-{n}") for n in range(14))
    record = attrs.evolve(
        small, statements=(*small.statements[1:], *many), dispositions=(), updates=()
    )
    points = under(briefing([record], as_of=LATER, language="nl"), "Kernpunten")
    late = (
        "Bericht over de brandweer. De termijn is op 31 mei 2011 verstreken, 214 dagen geleden. "
        "Verantwoordelijk: Ministerie van Vuur."
    )
    assert points.count(late) == 10
    assert "Er zijn er nog vier; zie de toelichting." in points


def test_an_answer_on_a_contradicted_ground_is_told() -> None:
    """The request is named among the key points, and the ground is marked where it stands."""
    record = small_record().with_update(
        "claim",
        date=dt.date(2011, 6, 1),
        by="ministry",
        evidence="contradicts",
        document="letter",
        quotes=["Het brandweerfonds betaalt de ladders."],
    )
    note = briefing([record], as_of=LATER, language="nl")
    points = under(note, "Kernpunten")
    at = points.index(
        "Het antwoord op het volgende berust op een grond die door bewijs wordt weersproken:"
    )
    assert points[at + 1] == "Rapporteer over de brandweer."
    assert under(note, "Wat is gevraagd en geantwoord")[-1] == (
        "[Engels] The fund has been sufficient.[4] De brief van 29 april 2010 weerspreekt de "
        "bewering.[1]"
    )


# -- requests ------------------------------------------------------------------------------------


def test_a_request_without_an_answer_says_so() -> None:
    """No answer is not the same as an answer that was not given."""
    record = attrs.evolve(small_record(), dispositions=())
    note = briefing([record], as_of=LATER, language="nl")
    assert under(note, "Wat is gevraagd en geantwoord")[1] == "Er is geen antwoord vastgelegd."


def test_a_request_quoted_from_another_paper_is_said_to_be(record: PolicyRecord) -> None:
    """The motion's text is not in the record: its words are those of the letter."""
    note = briefing([record], as_of=AS_OF, language="nl")
    assert under(note, "Wat is gevraagd en geantwoord")[0] == (
        "De tekst van de motie van 8 december 2009 is niet in het dossier; wat daarin is "
        "gevraagd, is aangehaald zoals de brief van 29 april 2010 het weergeeft."
    )


# -- the three axes ------------------------------------------------------------------------------


def test_a_status_says_what_is_claimed_and_what_the_calendar_says() -> None:
    """A report of progress and a term that has passed stand beside each other."""
    assert status(small_record()) == (
        "Het Ministerie van Vuur meldde op 1 maart 2011 dat de uitvoering loopt.\n"
        "De termijn is op 31 mei 2011 verstreken, 214 dagen geleden."
    )


def test_a_claim_of_fulfilment_is_not_shown_to_be_true() -> None:
    """What is only said to be done is said not to have been shown."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 5, 20), by="ministry", claimed="fulfilled"
    )
    assert status(record) == (
        "Het Ministerie van Vuur meldde op 20 mei 2011 dat aan de toezegging is voldaan.\n"
        "Dat is niet aangetoond."
    )


def test_a_moved_term_does_not_hide_the_first() -> None:
    """What was met within the new term is not said to have been in time without the first term."""
    record = (
        small_record()
        .with_update(
            "report",
            date=dt.date(2011, 5, 1),
            by="ministry",
            timeframe=asked_to_report("voor 1 oktober 2011", "2011-09-30"),
        )
        .with_update("report", date=dt.date(2011, 9, 1), by="ministry", claimed="fulfilled")
        .with_update(
            "report",
            date=dt.date(2011, 9, 2),
            by="ministry",
            evidence="supports",
            document="letter",
            quotes=["Het brandweerfonds betaalt de ladders."],
        )
    )
    assert status(record) == (
        "Het Ministerie van Vuur meldde op 1 september 2011 dat aan de toezegging is voldaan.\n"
        "De brief van 29 april 2010 bevestigt dat aan de toezegging is voldaan.[5]\n"
        "Dat was binnen de termijn. De eerste termijn liep tot en met 31 mei 2011."
    )
    table = grid(briefing([record], as_of=LATER, language="nl"), "Toezegging")
    assert text(table.rows[0][2]) == (
        "Stellig, eenmalig.\nTermijn: “voor 1 oktober 2011” (30 september 2011).\n"
        "Eerste termijn: “voor 1 juni 2011” (31 mei 2011)."
    )


def test_a_term_that_ends_on_the_day_itself_is_not_said_to_be_days_off() -> None:
    """On its last day a term ends; nothing is said of "0 days"."""
    shown = status(small_record(), as_of=dt.date(2011, 5, 31))
    assert shown.endswith("De termijn loopt op 31 mei 2011 af.")


def test_who_took_over_and_who_was_responsible_before_are_both_named() -> None:
    """A commitment that was handed over shows its former owner smaller."""
    small = small_record()
    brigade = Party(id="brigade", name=LocalText(nl="brandweer van Voorbeeldstad"))
    record = attrs.evolve(small, parties=(*small.parties, brigade)).with_update(
        "report", date=dt.date(2011, 5, 1), by="ministry", owners=["brigade"]
    )
    table = grid(briefing([record], as_of=LATER, language="nl"), "Toezegging")
    assert text(table.rows[0][1]) == ("Brandweer van Voorbeeldstad\nEerder: Ministerie van Vuur.")


def test_what_is_known_of_no_commitment_is_said_once(record: PolicyRecord) -> None:
    """No status is recorded of any, so that there is a sentence and no column."""
    note = briefing([record], as_of=AS_OF, language="nl")
    assert grid(note, "Toezegging").header == (
        "Toezegging",
        "Verantwoordelijk",
        "Hoe stellig, en wanneer",
    )
    assert under(note, "Toezeggingen")[0] == (
        "Hoe het er nu mee staat, is van geen van de toezeggingen vastgelegd, en evenmin of "
        "naar bewijs is gekeken. Een streepje betekent dat de bron geen verantwoordelijke noemt."
    )


# -- sources -------------------------------------------------------------------------------------


def test_sources_are_numbered_in_the_order_of_their_first_use(record: PolicyRecord) -> None:
    """The first reference is 1, each new one the next; the same quote keeps its number."""
    note = briefing([record], as_of=AS_OF, language="nl")
    used = [run.source for block in note.blocks for runs in runs_of(block) for run in runs]
    first_uses = list(dict.fromkeys(number for number in used if number is not None))
    assert first_uses == [source.number for source in note.sources]
    assert len({(source.full_id, source.quote) for source in note.sources}) == len(note.sources)


def test_a_source_has_its_quote_place_paper_and_address(record: PolicyRecord) -> None:
    """The words stand on one line as they are read, with heading, paragraph and paper."""
    note = briefing([record], as_of=AS_OF, language="nl")
    quote = (
        "Nederland volgt dit nauwgezet en zal dit proces waar mogelijk, en bij voorkeur "
        "multilateraal, ondersteunen."
    )
    source = next(source for source in note.sources if source.quote == quote)
    assert source.place == "“Internationale coördinatie op SSR-gebied”, alinea 6"
    assert source.paper == "Brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, nr. 124)"
    assert source.url == "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html"
    assert (source.language, source.remark) == ("nl", None)


def test_a_quote_that_is_not_verified_is_marked() -> None:
    """A quote from a document without a text is a source like others, and says what it is not."""
    small = small_record()
    letter = attrs.evolve(small.documents[0], text=None, file=None, sha256=None)
    note = briefing([attrs.evolve(small, documents=(letter,))], as_of=LATER, language="en")
    assert {source.remark for source in note.sources} == {"not verified"}
    assert note.sources_about.startswith(f"{len(note.sources)} quotes are not verified")


# -- languages -----------------------------------------------------------------------------------


def test_a_text_in_the_other_language_bears_it() -> None:
    """The mark is in the reader's language, and the text after it in its own."""
    note = briefing([small_record()], as_of=LATER, language="en")
    runs = next(
        runs for block in note.blocks for runs in runs_of(block) if "goede brandweer" in text(runs)
    )
    assert [(run.text, run.language) for run in runs[:3]] == [
        ("[Dutch] ", "en"),
        ("Een goede brandweer is van belang", "nl"),
        (".", "en"),
    ]


def test_the_words_of_a_term_stay_in_the_language_of_their_source() -> None:
    """An English note quotes the Dutch phrase, and says what it means."""
    table = grid(briefing([small_record()], as_of=LATER, language="en"), "Commitment")
    term = table.rows[0][2]
    assert text(term) == "Firm, once.\nTiming: “voor 1 juni 2011” (31 May 2011)."
    assert [run.language for run in term if run.text.startswith("“")] == ["nl"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_reader_meets_an_id(record: PolicyRecord, language: Language) -> None:
    """Statements, requests, instruments and documents are named in words everywhere."""
    note = briefing([record], as_of=AS_OF, language=language)
    ids = {entry.id for entry in record if "-" in entry.id}
    shown = "\n".join(text(runs) for block in note.blocks for runs in runs_of(block))
    assert {id for id in ids if f"{id}" in shown} == set()


# -- what a layout may rely on -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("make", [small_record, nasty_record, large_record])
def test_no_block_is_empty(make: Callable[[], PolicyRecord], language: Language) -> None:
    """No heading, item, fact or cell is without text, and every row has a cell for each column."""
    note = briefing([make()], as_of=LATER, language=language)
    for block in note.blocks:
        assert all(text(runs).strip() for runs in runs_of(block))
        if isinstance(block, Grid):
            assert {len(row) for row in block.rows} == {len(block.header)}
            assert len(block.ids) == len(block.rows)
            assert sum(block.widths) == pytest.approx(1)


def test_two_tables_never_touch(record: PolicyRecord) -> None:
    """A heading or a sentence stands before each table, so that none runs into another."""
    note = briefing([record, small_record()], as_of=AS_OF, language="nl")
    before = [a for a, b in zip(note.blocks, note.blocks[1:], strict=False) if isinstance(b, Grid)]
    assert all(isinstance(block, Heading | Paragraph) for block in before)


def test_several_records_have_a_section_each(record: PolicyRecord) -> None:
    """Each section has the record's name as its heading, in the order given."""
    note = briefing([record, small_record()], as_of=AS_OF, language="nl")
    headings = [b.text for b in note.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [
        "Aanleiding",
        "Geadviseerd besluit",
        "Overzicht",
        "Antwoord op de motie-Peters/Knops over intensivering van SSR-activiteiten",
        "De brandweer",
        "Politieke context",
        "Informatie die niet openbaar gemaakt kan worden",
        "Bijlagen",
    ]


def test_a_statement_of_another_record_is_named_by_its_summary(record: PolicyRecord) -> None:
    """A relation to a record in the same note is told in words; to one that is not, by its id."""
    small = small_record()
    relation = ssrpolicy.Relation(
        kind=ssrpolicy.RelationKind.REPEATS, target="kst-32123-X-124#fund-adequate"
    )
    claim = attrs.evolve(small.claims[0], relations=(relation,))
    linked = attrs.evolve(
        small,
        statements=tuple(claim if s.id == claim.id else s for s in small.statements),
        dispositions=(
            Disposition(
                request="asked",
                document="letter",
                answer=ssrpolicy.Answer.PROMISED,
                quotes=(Passage(document="letter", quote="Ik zal u voor 1 juni 2011 berichten"),),
            ),
        ),
    )
    alone = briefing([linked], as_of=LATER, language="nl")
    together = briefing([linked, record], as_of=LATER, language="nl")
    assert under(alone, "Beweringen die te toetsen zijn")[0].endswith(
        "Dit herhaalt een uitspraak in een ander dossier (kst-32123-X-124#fund-adequate)."
    )
    assert under(together, "Beweringen die te toetsen zijn")[0].endswith(
        "Herhaalt deze uitspraak: Het Stabiliteitsfonds is tot dusver groot genoeg gebleken om "
        "gewenste activiteiten te kunnen financieren."
    )
