"""What a draft says of who acts, what ends, what moved it, and of another language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from draftable import LETTER_OF
from ssrpolicy.model import Commitment
from tables import each_case

NewRecord = Callable[..., Path]


@pytest.fixture
def drafted(new_record: NewRecord) -> Callable[[str], Any]:
    """A function that gives the one proposal that is made of a sentence of a letter."""

    def draft(sentence: str) -> Any:
        (proposal,) = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence))).proposals
        return proposal

    return draft


@pytest.mark.parametrize(
    "sentence, owners",
    [
        ("De Minister van Financiën informeert uw Kamer voor de zomer.", ("minister-fin",)),
        ("De Minister van Financiën wordt voor de zomer geïnformeerd over de kosten.", ()),
    ],
    ids=["acts", "passive"],
)
def test_who_begins_a_sentence_and_acts_owns_what_it_undertakes(
    drafted: Callable[[str], Any], sentence: str, owners: tuple[str, ...]
) -> None:
    """And not the minister to whom something is done."""
    assert drafted(sentence).entry.owners == owners


ME = ("minister-jenv",)


@pytest.mark.parametrize(
    "sentence, owners",
    [
        ("Ik informeer uw Kamer in mei over de kades.", ME),
        ("Ik bericht u voor 1 mei over de stand.", ME),
        ("Ik (als beheerder) stuur uw Kamer in mei het rapport.", ME),
        ("De kade is hersteld; ik bied uw Kamer in mei het rapport aan.", ME),
        ("Ik deel de zorg van de leden en stuur uw Kamer in mei het rapport.", ME),
        ("Ik informeer uw Kamer in mei over de kades en in juni over de sluizen.", ME),
        ("Ik begrijp dat uw Kamer in mei het rapport ontvangt.", ()),
        ("Ik begrijp de zorg en in mei ontvangt uw Kamer het rapport.", ()),
        ("Uw Kamer wordt in mei geïnformeerd, zoals ik eerder schreef.", ()),
        ("Uw Kamer, die ik eerder schreef, ontvangt in mei het rapport.", ()),
        ("De gemeente stuurt uw Kamer en de raad in mei het rapport.", ()),
    ],
)
def test_who_writes_owns_what_is_said_in_the_first_person(
    new_record: NewRecord, sentence: str, owners: tuple[str, ...]
) -> None:
    """Wherever the subject stands in the clause, and not where the clause has another one."""
    proposals = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence))).proposals
    made = [each.entry.owners for each in proposals if isinstance(each.entry, Commitment)]

    assert set(made) <= {owners}
    assert made or not owners


PAPER = """\
Memorandum on quays

12 May 2031

The quays have been the subject of several letters this year. {sentence}

{signed}
"""
GOVERNMENT = "The Government will publish a list of quays by June 2032."


@pytest.mark.parametrize(
    "sentence, signed, owners",
    [
        (GOVERNMENT, "", ()),
        (GOVERNMENT, "Secretary of State for Foreign Affairs", ()),
        (GOVERNMENT, "The Minister of Foreign Affairs", ()),
        (GOVERNMENT, "The Minister of Foreign Affairs of the Netherlands", ("nl-regering",)),
        (
            "The Ministry of Defence will publish a list by June 2032.",
            "The Minister of Foreign Affairs of the Netherlands",
            ("nl-defensie",),
        ),
        ("The Ministry of Defence will publish a list by June 2032.", "", ()),
    ],
)
def test_a_government_without_a_name_is_the_one_of_the_paper(
    new_record: NewRecord, sentence: str, signed: str, owners: tuple[str, ...]
) -> None:
    """In English it is the Dutch one only where a Dutch minister writes."""
    record = new_record(PAPER.format(sentence=sentence, signed=signed))
    made = [each.entry for each in ssrpolicy.draft(record).proposals]

    assert [each.owners for each in made if isinstance(each, Commitment)] == [owners]


def test_another_cabinet_has_a_name(new_record: NewRecord) -> None:
    """In a Dutch letter as well."""
    sentence = "De opening van de haven is door het Deense kabinet voorzien voor mei 2032."
    proposals = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence))).proposals

    assert [getattr(each.entry, "owners", None) for each in proposals] == [()]


def test_what_is_to_be_done_by_a_day_does_not_go_on(drafted: Callable[[str], Any]) -> None:
    """An aim with a term that ends is drafted as done once, so that no rule objects to it."""
    aim = drafted("Ik streef ernaar om de boot in de loop van 2034 elektrisch te laten varen.")

    assert (aim.entry.course, str(aim.entry.timeframe.date)) == ("once", "2034")


@each_case(
    "sentence, verb",
    [
        ("Het tarief is gelijk aan dat van overdag.", "is"),
        ("Het eiland betaalt met 2.300 inwoners de laatste boot.", None),
        ("Kort daarna opende het eiland met 2.300 inwoners de haven.", None),
    ],
)
def test_a_claim_names_the_verb_that_moved_it(
    drafted: Callable[[str], Any], sentence: str, verb: str | None
) -> None:
    """What may be a verb by its ending alone is not shown; a grouped number is a word of the id."""
    claim = drafted(sentence)

    assert claim.reason("en").startswith(f"“{verb}”" if verb else "the letter says")
    assert "300" not in claim.entry.id.split("-")


def test_who_goes_on_thinking_about_something_promises_no_outcome(
    drafted: Callable[[str], Any],
) -> None:
    """The weaker reading is drafted, though the sentence says: will."""
    commitment = drafted("Ik zal met de gemeente blijven nadenken over een tweede boot.")

    assert commitment.entry.firmness == "exploratory"


@pytest.mark.parametrize(
    "sentence, phrase",
    [
        (
            "Ik zal uw Kamer in de aanloop naar de conferentie over de havens informeren.",
            "in de aanloop naar de conferentie over de havens",
        ),
        (
            "Ik zal uw Kamer gedurende deze periode van twee maanden informeren.",
            "gedurende deze periode van twee maanden",
        ),
    ],
)
def test_a_term_may_be_counted_from_an_event(
    drafted: Callable[[str], Any], sentence: str, phrase: str
) -> None:
    """Its words are the term, and no day is made of them."""
    commitment = drafted(sentence)

    assert commitment.entry.timeframe.phrase == phrase
    assert commitment.entry.timeframe.date is None


@pytest.mark.parametrize(
    "text",
    [
        (
            "Je vais informer le Parlement avant le 1er juillet 2033 des résultats. Les coûts ne "
            "sont pas connus et seront discutés avec les communes dans les mois qui viennent ici."
        ),
        "Je vous enverrai un rapport sur le port avant l'été 2033.",
        "Ich werde Ihnen im Frühjahr 2033 einen Bericht über den Hafen schicken.",
    ],
)
def test_a_short_text_in_another_language_is_refused_with_words(
    new_record: NewRecord, text: str
) -> None:
    """No claims are drafted of words that the rules do not read; what would work is said."""
    draft = ssrpolicy.draft(new_record(text))

    assert draft.proposals == ()
    (dropped,) = draft.dropped
    assert dropped.reason == (
        "cues of ssrpolicy: letter does not read as Dutch. If it is in another language, "
        "record.toml should say so; no rule of this drafter is for that."
    )
