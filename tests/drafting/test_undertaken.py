"""What a letter undertakes in the voices of civil servants, and what it only says of itself.

The letters are invented.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Commitment, Disposition, Document, Draft, Request
from tables import each_case

LETTER_EN = """\
To the Chair of the Committee

12 May 2031

Dear Chair,

The quay has been the subject of several letters from the Committee this year. {sentence}

Yours sincerely,

A. Jansen
Secretary of State for Ports
"""

MOTION = (
    "De motie van het lid Bakker (Kamerstuk 29 521, nr. 512) verzoekt de regering de kade te "
    "verhogen. "
)


@each_case(
    "sentence, firmness",
    [
        ("De beantwoording zal plaatshebben in mei 2032.", "firm"),
        ("Voor de uitwerking roep ik een werkgroep bijeen.", "firm"),
        ("Zoals gemeld kunt u de reactie in mei 2032 tegemoet zien.", "firm"),
        ("Ik vind de hoogte zorgelijk en blijf deze nauwgezet volgen.", "firm"),
        (
            "Om die reden denk ik u uiterlijk in mei 2032 nader te kunnen informeren.",
            "aspirational",
        ),
        ("Een brief over de havens gaat u separaat toe.", "firm"),
        ("Met ingang van 1 juli 2032 is het mogelijk een bijdrage aan te vragen.", "firm"),
        ("De uitkomsten laten zich in mei 2032 verwachten.", "aspirational"),
        ("Indiening bij uw Kamer is beoogd in mei 2032.", "aspirational"),
        ("U zult het overzicht samen met de jaarstukken ontvangen.", "firm"),
        ("Hierover volgt een regeling, die ik aan beide Kamers zal voorleggen.", "firm"),
        ("Aan de hand van de meting bepaal ik of een hogere kade nodig is.", "exploratory"),
        ("Met de havens breng ik de kosten in beeld.", "firm"),
        ("Rijkswaterstaat past de bebording aan.", "firm"),
        ("Dit wordt verankerd in de Havenwet.", "firm"),
        ("Alles overwegende kies ik ervoor de kade open te houden.", "firm"),
        ("Het ligt in mijn voornemen de kade te verhogen.", "aspirational"),
        ("De inzet van het kabinet is erop gericht de kade te verhogen.", "aspirational"),
        ("De verwachting is dat de kade in mei 2032 kan worden geopend.", "aspirational"),
        ("Ik verwacht daarnaast een eigen meting te presenteren.", "aspirational"),
        ("Ik ben graag bereid hierover van gedachten te wisselen.", "conditional"),
    ],
)
def test_what_is_undertaken_in_another_voice_is_a_commitment(
    commitments: Callable[[str], list[Commitment]], sentence: str, firmness: str
) -> None:
    """Passive, in a subordinate clause, by an agency or as an aim, and never firmer than that."""
    (made,) = commitments(sentence)

    assert made.firmness == firmness


@each_case(
    "sentence",
    [
        "Via dit schrijven bieden wij u beide metingen aan.",
        "Deze brief wordt ook aan de Eerste Kamer gestuurd.",
        "Daarbij ga ik eerst in op de hoogte van de kade.",
        "Met genoegen bied ik u de jaarstukken aan.",
        "In bijlage 2 geeft het kabinet de planning aan.",
        "Waar nodig zal ik verwijzen naar wat al loopt.",
        "Gelijktijdig wordt de Kamer over de havens geïnformeerd.",
        "De tussenstand heeft uw Kamer ontvangen op 3 maart 2031.",
    ],
)
def test_what_a_letter_says_of_itself_undertakes_nothing(
    commitments: Callable[[str], list[Commitment]], sentence: str
) -> None:
    """It is done by the letter, or was done before it."""
    assert commitments(sentence) == []


@each_case(
    "sentence",
    [
        "Mijn voorganger heeft u toegezegd dat de kade niet zal worden gesloten.",
        "Met het oog daarop heb ik de kade laten meten.",
        "Zij leveren in mei 2032 een plan.",
        "Op basis van hun cijfers leveren zij in 2032 een plan.",
        "In het akkoord is afgesproken dat gemeenten vanaf 2032 meer kades bouwen.",
        "Per abuis is toegezegd dat het plan voor de zomer naar uw Kamer wordt gestuurd.",
        "De dag waarop de kade zal worden geopend, staat nog niet vast.",
        "Dat ziet u terug in de voorstellen die ik zal doen.",
        "Ik bied u mijn excuses aan voor de vertraging.",
        "Dat vergt een aanpak waardoor de kade wordt vergroot.",
        "Zonder bijdrage zal het doel niet worden gehaald.",
        "Ik vertrouw erop dat de kade in mei 2032 open kan.",
        "De verwachting is dat gemeenten in mei 2032 een plan kunnen maken.",
        "Wij ontvangen graag spoedig uw reactie.",
        "De meting wordt iedere drie jaar uitgevoerd.",
        "Het kabinet neemt deze aanbeveling niet over.",
        "Daarmee zorgen we ervoor dat de kade droog blijft.",
    ],
)
def test_what_was_said_before_or_others_do_undertakes_nothing(
    commitments: Callable[[str], list[Commitment]], sentence: str
) -> None:
    """Nor does a custom, a refusal or what something is for."""
    assert commitments(sentence) == []


@pytest.mark.parametrize(
    "sentence, firmness",
    [
        ("Legislation will be brought forward when parliamentary time allows.", "conditional"),
        ("The first teams will deploy in July 2032.", "firm"),
        ("A full response will follow within eight weeks.", "firm"),
        ("I have asked the Permanent Secretary to look again at the quay.", "exploratory"),
        ("This response sets out the position on the quay.", None),
        ("The authorities have promised that access will be improved.", None),
        ("The Government has no plans to raise the quay.", None),
    ],
)
def test_an_english_letter_is_read_in_the_same_way(
    new_record: Callable[..., Path], sentence: str, firmness: str | None
) -> None:
    """What is to be done is proposed; the letter itself, others and what nobody plans are not."""
    record = new_record(LETTER_EN.format(sentence=sentence))
    made = [e.entry for e in ssrpolicy.draft(record).proposals if isinstance(e.entry, Commitment)]

    assert [str(each.firmness) for each in made] == ([firmness] if firmness else [])


def test_a_clause_without_a_verb_of_its_own_is_not_taken_apart(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """What is sent together is one undertaking."""
    (made,) = commitments(
        "Ik zal het plan, samen met de meting van de havens en de brief van de Raad voor de zomer "
        "naar de Kamer sturen."
    )

    assert made.quotes[0].quote.endswith("naar de Kamer sturen.")


def test_what_an_undertaking_tells_of_another_is_still_proposed(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """A letter can undertake something in the sentence that speaks of the letter."""
    (made,) = commitments(
        "Met deze brief laat ik u weten dat ik het plan in mei 2032 zal toesturen."
    )

    assert made.timeframe is not None
    assert str(made.timeframe.date) == "2032-05"


@each_case(
    "sentence, phrase",
    [
        ("Indien de cijfers in mei 2032 tegenvallen, zal ik de kade verhogen.", None),
        ("Als de wet voor de zomer wordt aangenomen, stuur ik u een plan.", None),
        ("Ik zal de kade verhogen, tenzij het water in mei 2032 zakt.", None),
        ("Mocht het water in mei 2032 stijgen, dan stuur ik u voor het einde van 2032 een plan.",
         "voor het einde van 2032"),
    ],
)  # fmt: skip
def test_when_a_condition_holds_is_not_when_something_is_done(
    commitments: Callable[[str], list[Commitment]], sentence: str, phrase: str | None
) -> None:
    """Only the words of the undertaking itself say when, and it is conditional."""
    (made,) = commitments(sentence)

    assert (made.timeframe and made.timeframe.phrase) == phrase
    assert made.firmness == "conditional"


@each_case(
    "sentence, answer",
    [
        ("Ik voer deze motie uit.", "promised"),
        ("Het kabinet zal de motie uitvoeren.", "promised"),
        ("Aan dit verzoek zal ik gevolg geven.", "promised"),
        ("Met dit plan geef ik invulling aan de motie.", "answered_here"),
        ("Het kabinet zal de motie gedeeltelijk uitvoeren.", "partly"),
        ("Het kabinet is niet voornemens de kade te verhogen.", "declined"),
    ],
)
def test_how_a_motion_is_met_is_not_said_weaker_or_firmer(
    drafted: Callable[[str], Draft], sentence: str, answer: str
) -> None:
    """What is to be done is promised, what is done in part is partly, what is not is declined."""
    met = [
        e.entry for e in drafted(MOTION + sentence).proposals if isinstance(e.entry, Disposition)
    ]

    assert [each.answer for each in met] == [answer]


def test_what_the_government_has_no_plan_for_is_a_position_where_nobody_asked(
    drafted: Callable[[str], Draft],
) -> None:
    """It states what is thought, and not that something is so."""
    kinds = [
        e.kind for e in drafted("Het kabinet is niet voornemens de kade te sluiten.").proposals
    ]

    assert "position" in kinds
    assert "claim" not in kinds


def test_the_mark_of_a_note_is_not_part_of_a_name(drafted: Callable[[str], Draft]) -> None:
    """What is quoted keeps it as the text has it; ids, summaries and titles are without."""
    draft = drafted(
        "De motie van het lid Bakker4 verzoekt de regering de kade van 10 m² volgens Agenda21 te "
        "verhogen."
    )
    request = next(e.entry for e in draft.proposals if isinstance(e.entry, Request))
    paper = next(e.entry for e in draft.proposals if isinstance(e.entry, Document))

    assert paper.id == "motie-lid-bakker"
    assert paper.title is not None
    assert paper.title.text("nl") == "motie van het lid Bakker"
    assert request.summary is not None
    assert request.summary.text("nl") == (
        "De motie van het lid Bakker verzoekt de regering de kade van 10 m² volgens Agenda21 te "
        "verhogen."
    )
    assert "Bakker4" in request.quotes[0].quote


@each_case(
    "said, terms",
    [
        (
            "Ik zal u in mei 2032 het plan en in september 2032 de evaluatie sturen.",
            ["in mei 2032", "in september 2032"],
        ),
        ("De wet wordt in 2032 ingevoerd en in 2035 herzien.", ["in 2032", "in 2035"]),
        ("Ik zal u in mei 2032 en in overleg met de havens informeren.", ["in mei 2032"]),
        ("Tussen mei en september 2032 zal ik u informeren.", ["Tussen mei en september 2032"]),
        (
            "Ik zal tussen begin mei en eind juni 2032 het plan aan uw Kamer sturen.",
            ["tussen begin mei en eind juni 2032"],
        ),
        ("Ik zal uw Kamer in mei 2032 en in september 2032 informeren.", ["in mei 2032"]),
        ("Ik zal de subsidie in 2032 en in 2033 verhogen met 5 miljoen euro.", ["in 2032"]),
    ],
)
def test_each_of_two_terms_has_what_is_done_by_it(
    commitments: Callable[[str], list[Commitment]], said: str, terms: list[str | None]
) -> None:
    """The words behind "en" with a term of their own are undertaken by that one."""
    found = [each.timeframe and each.timeframe.phrase for each in commitments(said)]

    assert found == terms
