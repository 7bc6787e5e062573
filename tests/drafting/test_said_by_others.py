"""What others say, did or are asked, and what may be so: not promised, or not as firmly.

The sentences are invented.
"""

from collections.abc import Callable

import pytest

from ssrpolicy.model import Commitment, Draft, Firmness
from tables import each_case

Commitments = Callable[[str], list[Commitment]]


@each_case(
    "said",
    [
        "De vakbond meldt dat het ministerie de regeling volgend jaar verlengt.",
        "Volgens de gemeente zal de brug in 2033 worden vernieuwd.",
        "De wethouder schreef mij dat de gemeente de haven in 2032 uitdiept.",
        "\u00abIk zal de dijk versterken\u00bb, zei de dijkgraaf destijds.",
        "De suggestie dat ik de subsidie zal stopzetten, werp ik verre van mij.",
        "Het is de vraag of de subsidie in 2032 wordt voortgezet.",
        "Op grond van artikel 12 zendt de minister jaarlijks een verslag aan de raad.",
        "In april voerden wij overleg met de veerbedrijven.",
        "Wij spraken in mei 2031 af dat de sluis dicht blijft.",
        "In het convenant staat dat partijen voor 1 juli 2032 een plan maken.",
        "Op 3 maart bood ik uw Kamer de evaluatie aan.",
        "De pilot zou in mei starten, maar dat is niet gebeurd.",
        "Ik verzoek de gemeenten de kaders voor 1 juli vast te stellen.",
        "Ik roep de sector op om in 2032 met een voorstel te komen.",
        "Ik stuur u bij deze een afschrift van de brief.",
        "Het kabinet heeft vorige maand besloten de haven te sluiten.",
        "Ik heb onlangs besloten de regeling te verlengen.",
        "De regering heeft destijds besloten het verdrag te tekenen.",
        "Ik heb vorig jaar besloten de regeling te verlengen.",
        "Zoals toegezegd in het debat van 3 maart jl. stuur ik uw Kamer een brief over de kades.",
        "In de Havenkrant stond dat het kabinet de sluis in 2033 opent.",
        "Of dat voldoende is, weet ik pas na een jaar.",
        "De gemeente vindt dat niet nodig, maar informeert uw Kamer in juni 2033.",
        "Tijdens het debat van 3 februari heb ik het lid Bos toegezegd de cijfers te sturen.",
    ],
)
def test_what_others_say_or_is_past_is_not_undertaken(commitments: Commitments, said: str) -> None:
    """Quoted, reported, disputed, asked of others, done already: nobody promises it."""
    assert commitments(said) == []


@each_case(
    "said, firmness",
    [
        ("De vaargeul wordt wellicht verbreed.", Firmness.EXPLORATORY),
        ("Mogelijk zal ik de haven in 2033 verdiepen.", Firmness.EXPLORATORY),
        ("Mogelijk verruim ik de regeling in 2032.", Firmness.EXPLORATORY),
        ("Waarschijnlijk stuur ik u de nota in mei 2032.", Firmness.ASPIRATIONAL),
        (
            "In de nota willen de staatssecretaris en ik in 2032 de leden bekend maken.",
            Firmness.ASPIRATIONAL,
        ),
        ("Ik stuur u de nota zo spoedig mogelijk.", Firmness.FIRM),
        ("Waarschijnlijk is de kade versleten; ik zal die in 2033 vervangen.", Firmness.FIRM),
        (
            "De kade is waarschijnlijk versleten, daarom zal ik die in 2033 vervangen.",
            Firmness.FIRM,
        ),
        (
            "Ik zal het rapport over de vermoedelijk versleten kades in mei 2033 aan u sturen.",
            Firmness.FIRM,
        ),
        ("Ik zal u in mei 2033 melden of de kade wellicht versleten is.", Firmness.FIRM),
        ("Ik zal de kade waarschijnlijk in 2033 vervangen.", Firmness.ASPIRATIONAL),
    ],
)
def test_what_may_be_so_is_not_firm(
    commitments: Commitments, said: str, firmness: Firmness
) -> None:
    """Perhaps, probably, wanting: weaker where it is said of what is undertaken."""
    assert [each.firmness for each in commitments(said)] == [firmness]


@pytest.mark.parametrize(
    "said",
    [
        "The union claims that the Department will close the pier in May.",
        "\u201cWe will close the harbour in 2032,\u201d the operator said.",
        "The local authority will decide in May 2031.",
        "The operator expects to open the line in 2033.",
        "I understand that the port board intends to consult on the fees in spring 2033.",
        "We do not own the port, and the city does not know, but will ask in May.",
        "They have: meetings took place in January and March.",
    ],
)
def test_others_undertake_nothing_in_english(english: Callable[[str], Draft], said: str) -> None:
    """Nor what they say of the government, nor what they will do."""
    assert "commitment" not in {each.kind for each in english(said).proposals}


@each_case(
    "said",
    [
        "Ik zal onderzoeken of de regeling kan worden verruimd.",
        "Ik heb besloten de regeling met een jaar te verlengen.",
        "De vakbond meldt dat de kade zakt; daarom zal ik die laten versterken.",
        "Volgens de planning wordt de sluis in 2033 vernieuwd.",
        "Op de vraag van het lid Bakker of dit kan, zeg ik toe dat ik u in mei 2033 informeer.",
        "Volgens de toezegging stuur ik u in mei 2033 het rapport.",
        "Volgens de gebruikelijke procedure informeer ik uw Kamer in het voorjaar van 2033.",
        "Volgens de nieuwe regeling zal ik in 2033 de haven verdiepen.",
        "Op grond van de Havenwet wordt de regeling in 2033 ge\u00ebvalueerd.",
        "Ingevolge artikel 3 van de wet zal de regeling in 2033 worden ge\u00ebvalueerd.",
        "Het is onduidelijk of de kade zakt, daarover informeer ik uw Kamer in mei 2033.",
        "Het is onduidelijk of de kade zakt, ik laat dit in 2033 onderzoeken.",
        "Het beeld dat de haven dichtslibt, deel ik; in 2033 laat ik de haven verdiepen.",
        "De Kamer meldt dat zij de nota in mei 2033 wil ontvangen; dat zal ik doen.",
        "De Rekenkamer stelt dat het toezicht tekortschiet; dat advies neem ik over.",
        "Ik zal u op de vraag wanneer de wet ingaat in het najaar van 2033 antwoorden.",
        "Het kabinet heeft onlangs besloten om de haven in 2034 te sluiten.",
        "In het coalitieakkoord staat dat de haven in 2033 wordt verdiept.",
        'Onder het motto "wij zullen bouwen" zal ik de haven in 2033 verdiepen.',
    ],
)
def test_what_the_writer_does_is_undertaken_besides(commitments: Commitments, said: str) -> None:
    """Even where the sentence looks like one of others."""
    assert len(commitments(said)) == 1


@pytest.mark.parametrize(
    "said, firmness",
    [
        ("According to current plans we will publish the review in May 2033.", Firmness.FIRM),
        (
            "According to the agreed approach I will write to the Committee in May 2033.",
            Firmness.FIRM,
        ),
        ("It is not clear whether the quay sinks, we will widen it in May 2033.", Firmness.FIRM),
        (
            "I may be able to write to you in May 2033, but I will in any case write by June 2033.",
            Firmness.FIRM,
        ),
        ("I will write to you about whether we might open the pier.", Firmness.FIRM),
        ("I will send you the review of the possibly worn quays in May 2033.", Firmness.FIRM),
        ("We will probably close the pier in May 2033.", Firmness.ASPIRATIONAL),
    ],
)
def test_what_the_writer_does_is_undertaken_besides_in_english(
    english: Callable[[str], Draft], said: str, firmness: Firmness
) -> None:
    """Nor does a doubt about something else make it weaker."""
    found = [each.entry for each in english(said).proposals]
    assert [e.firmness for e in found if isinstance(e, Commitment)] == [firmness]


@each_case(
    "said",
    [
        "Zij leggen de regering hierover nog graag enkele vragen voor.",
        "De gemeenten sturen het kabinet een voorstel.",
        "De provincie biedt de minister een plan aan.",
        "De indieners leggen de regering in mei 2032 een plan voor.",
    ],
)
def test_to_whom_something_is_given_does_not_give_it(commitments: Commitments, said: str) -> None:
    """The subject stands before the verb, or the verb is in the plural."""
    assert commitments(said) == []
