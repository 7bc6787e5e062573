"""What the drafter ``cues`` proposes from letters, motions and answers to written questions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from draftable import ANSWERS, CLOSE, HEAD, LETTER, LETTER_OF
from ssrpolicy.model import Draft

NewRecord = Callable[..., Path]


def of_kind(draft: Draft, *kinds: str) -> list[Any]:
    """The proposals of some kinds, in reading order."""
    return [each for each in draft.proposals if each.kind in kinds]


def words(proposal: Any) -> str:
    """The words that a proposal quotes."""
    return str(proposal.entry.quotes[0].quote)


def test_a_letter_gives_request_disposition_and_commitments(new_record: NewRecord) -> None:
    """The motion it answers, how, and each undertaking of it, also two in one sentence."""
    draft = ssrpolicy.draft(new_record(LETTER))

    (request,) = of_kind(draft, "request")
    assert words(request).startswith("De motie van het lid Van Dam (Kamerstuk 29 628, nr. 1200)")
    assert request.entry.summary.nl == request.entry.quotes[0].quote
    assert request.entry.document == "motion"
    (answer,) = of_kind(draft, "disposition")
    assert answer.entry.request == request.entry.id
    assert answer.requires == (request.id,)
    assert [words(each) for each in of_kind(draft, "commitment")] == [
        "Het kabinet zal hiertoe met de korpschef afspraken maken",
        "uw Kamer hierover voor het einde van het jaar informeren.",
        "De regeling wordt volgend jaar geëvalueerd.",
        "Ik streef ernaar de wachttijden te verkorten.",
    ]


def test_nothing_is_proposed_that_the_words_do_not_give(new_record: NewRecord) -> None:
    """An owner only where one is named, a date only where the phrase has one, no firmer reading."""
    draft = ssrpolicy.draft(new_record(LETTER))

    made, informed, evaluated, strives = (each.entry for each in of_kind(draft, "commitment"))
    assert made.owners == ("nl-regering",)
    assert evaluated.owners == ()
    assert strives.owners == ("minister-jenv",)
    assert strives.firmness == "aspirational"
    assert str(evaluated.timeframe.date) == "2025"
    assert (
        informed.timeframe is None
        or informed.timeframe.date is None
        or str(informed.timeframe.date).startswith("2024")
    )


def test_each_interrogative_is_a_request_with_one_disposition(new_record: NewRecord) -> None:
    """Question and answer of one number belong together; which sentence answers is a guess."""
    draft = ssrpolicy.draft(new_record(ANSWERS))

    assert [(each.entry.id, words(each)) for each in of_kind(draft, "request")] == [
        ("vraag-1", "Bent u bekend met het bericht over de vertraging?"),
        ("vraag-1-b", "Wat zijn de gevolgen?"),
        ("vraag-2", "Wanneer is de levering voorzien?"),
    ]
    answers = of_kind(draft, "disposition")
    assert [(each.entry.request, words(each)) for each in answers] == [
        ("vraag-1", "Ja, dat bericht is mij bekend."),
        ("vraag-1-b", "De gevolgen van de vertraging zijn beperkt."),
        ("vraag-2", "De levering is vertraagd door een staking."),
    ]
    assert {str(each.confidence) for each in answers} == {"look"}
    (promised,) = of_kind(draft, "commitment")
    assert promised.entry.timeframe.phrase == "Na de zomer"
    assert promised.entry.timeframe.date is None


@pytest.mark.parametrize(
    "question, answer",
    [
        ("Vraag {n}\n", "Antwoord {n}\n"),
        ("Vraag {n}:\n", "Antwoord op vraag {n}:\n"),
        ("Vraag {n}: ", "Antwoord: "),
        ("{n}.\n", "Antwoord\n"),
        ("{n}. ", "Antwoord op vraag {n}\n"),
    ],
)
def test_questions_and_answers_are_headed_in_many_ways(
    new_record: NewRecord, question: str, answer: str
) -> None:
    """With the word or only a number, on a line of their own or before the text."""
    text = "Antwoord van Minister Jansen op vragen van het lid Peters.\n\n" + "\n\n".join(
        f"{question.format(n=n)}{asked}\n\n{answer.format(n=n)}{said}"
        for n, asked, said in (
            (1, "Wat zijn de gevolgen van de staking?", "De gevolgen zijn beperkt."),
            (2, "Wanneer is de levering voorzien? Waarom niet eerder?", "De levering is in mei."),
        )
    )
    draft = ssrpolicy.draft(new_record(text))

    assert [each.entry.id for each in of_kind(draft, "request")] == [
        "vraag-1",
        "vraag-2",
        "vraag-2-b",
    ]
    assert [(each.entry.request, words(each)) for each in of_kind(draft, "disposition")] == [
        ("vraag-1", "De gevolgen zijn beperkt."),
        ("vraag-2", "De levering is in mei."),
        ("vraag-2-b", "De levering is in mei."),
    ]


def test_a_text_of_a_third_language_is_refused_with_words(new_record: NewRecord) -> None:
    """A record that says it is Dutch, of a letter in German: no rule is for that."""
    german = (
        "Sehr geehrter Herr Vorsitzender, die Regierung wird dem Parlament im Herbst einen Bericht "
        "vorlegen und die Ergebnisse mit den Ländern besprechen. "
    )
    draft = ssrpolicy.draft(new_record(german * 5))

    assert draft.proposals == ()
    (dropped,) = draft.dropped
    assert "does not read as" in dropped.reason


@pytest.mark.parametrize("piece, times", [("a", 30_000), ("Ik zal u informeren over de ", 1_000)])
def test_a_text_without_ends_of_sentences_is_refused_with_words(
    new_record: NewRecord, piece: str, times: int
) -> None:
    """A word or a sentence of many pages is not a letter's, and no rule would be right about it."""
    draft = ssrpolicy.draft(new_record(f"Geachte voorzitter,\n\n{piece * times}.\n"))

    assert draft.proposals == ()
    (dropped,) = draft.dropped
    assert "nobody writes one of more than 20,000" in dropped.reason


def test_a_table_that_nothing_ends_costs_only_itself(new_record: NewRecord) -> None:
    """The rest of the letter is drafted from, and the table named by its first words."""
    table = "Sluis en kade\n" + "Steiger   12   euro per meter\n" * 900
    draft = ssrpolicy.draft(
        new_record(HEAD + f"Ik zal u in juni 2032 een plan zenden.\n\n{table}\n" + CLOSE)
    )

    assert "commitment" in {each.kind for each in draft.proposals}
    (dropped,) = draft.dropped
    assert "nobody writes one of more than 20,000" in dropped.reason
    assert "Sluis en kade" in dropped.reason


@pytest.mark.parametrize(
    "sentence, firmness",
    [
        ("De komende maanden werken we de voorstellen uit.", "firm"),
        ("In het najaar wordt uw Kamer over de uitkomsten geïnformeerd.", "firm"),
        ("Het kabinet zal bezien of de termijn kan worden verkort.", "exploratory"),
        ("Ik zal, indien nodig, aanvullende maatregelen nemen.", "conditional"),
        ("Ik zal de regeling waar mogelijk vereenvoudigen.", "aspirational"),
        ("Nederland blijft de ontwikkelingen nauwgezet volgen.", "firm"),
    ],
)
def test_a_passive_or_a_present_with_a_term_undertakes_too(
    new_record: NewRecord, sentence: str, firmness: str
) -> None:
    """Letters rarely say "ik zal"; what weakens a sentence decides its firmness."""
    draft = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence)))

    (commitment,) = of_kind(draft, "commitment")
    assert commitment.entry.firmness == firmness
    assert sentence.startswith(words(commitment).rstrip(".")[:20])


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeenten zullen dit jaar hun eigen plannen opstellen.",
        "Vorig jaar heb ik uw Kamer hierover geïnformeerd.",
        "Hieronder ga ik in op de vragen van de leden.",
        "Hierbij informeer ik uw Kamer over de stand van zaken.",
        "De premie wordt door zorgverzekeraars vastgesteld.",
        "Deze knelpunten zullen moeten worden opgelost.",
    ],
)
def test_what_others_do_or_what_is_past_is_not_a_commitment(
    new_record: NewRecord, sentence: str
) -> None:
    """Nor is a signpost, or what has to be done by nobody in particular."""
    draft = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence)))

    assert of_kind(draft, "commitment") == []


def test_a_formula_that_answers_a_request_is_not_set_aside(new_record: NewRecord) -> None:
    """It names what was asked, and is the answer: neither may get lost."""
    sentence = (
        "Hierbij bied ik u de reactie aan op het verzoek van de vaste commissie voor Defensie om "
        "een overzicht van de oefeningen."
    )
    draft = ssrpolicy.draft(new_record(LETTER_OF.format(sentence=sentence)))

    assert of_kind(draft, "set_aside") == []
    (request,) = of_kind(draft, "request")
    assert words(request).startswith("het verzoek van de vaste commissie")
    (answer,) = of_kind(draft, "disposition")
    assert answer.entry.request == request.entry.id
    assert (
        len(
            ssrpolicy.draft(
                new_record(LETTER_OF.format(sentence="Hierbij zend ik u het jaarverslag."), "other")
            ).proposals
        )
        == 1
    )


def test_a_motion_asks_several_things(new_record: NewRecord) -> None:
    """Each clause with a verb of its own is a request; what is considered is set aside."""
    text = """\
29 237
Afrika-beleid

nr. 113
MOTIE VAN HET LID PETERS

Voorgesteld 24 november 2009

De Kamer,

gehoord de beraadslaging,

overwegende, dat de voortgang onvoldoende is;

verzoekt de regering de politieke dialoog te voeren en de Kamer over haar beslissing te informeren,

en gaat over tot de orde van de dag.

Peters
"""
    draft = ssrpolicy.draft(new_record(text))

    assert [words(each) for each in of_kind(draft, "request")] == [
        "verzoekt de regering de politieke dialoog te voeren",
        "de Kamer over haar beslissing te informeren",
    ]
    assert [each.entry.quote.quote for each in of_kind(draft, "set_aside")] == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "overwegende, dat de voortgang onvoldoende is;",
        "en gaat over tot de orde van de dag.",
    ]


def test_an_english_letter_is_drafted_too(new_record: NewRecord) -> None:
    """What we will do is a commitment, what the Committee will do is not."""
    text = """\
Letter to the Chair of the Committee from the Minister of Defence

Thank you for your letter of 9 May about the cost of the training programme.

The Committee will receive the figures in its own time. The report will be sent to the Committee by
the end of June 2024. I hope to be able to publish the evaluation next year.

Jane Smith MP
26 May 2024
"""
    folder = new_record(text)
    record = ssrpolicy.load(folder)
    assert record.language == "en"

    found = {words(each): each.entry for each in of_kind(ssrpolicy.draft(folder), "commitment")}
    assert [(each.firmness, words_) for words_, each in found.items()] == [
        ("firm", "The report will be sent to the Committee by the end of June 2024."),
        ("aspirational", "I hope to be able to publish the evaluation next year."),
    ]


def test_the_letter_of_the_fixtures_keeps_what_its_record_has(letter: Path) -> None:
    """Of a record that is complete nothing is proposed that it quotes as a statement already."""
    record = ssrpolicy.load(letter)
    draft = ssrpolicy.draft(record)
    empty = attrs.evolve(record, requests=(), statements=(), dispositions=(), set_aside=(),
                         updates=(), instruments=())  # fmt: skip

    assert of_kind(draft, "commitment", "claim", "engagement", "set_aside") == []
    assert len(of_kind(ssrpolicy.draft(empty), "commitment")) >= 4


def test_a_draft_is_the_same_twice(new_record: NewRecord) -> None:
    """Nothing depends on the order of sets, the clock or an earlier draft."""
    folder = new_record(LETTER)

    assert ssrpolicy.draft(folder) == ssrpolicy.draft(folder)
