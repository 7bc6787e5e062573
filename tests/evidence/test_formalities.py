"""Which sentences are known by their words as courtesies or signposts, and which are not."""

from ssrpolicy.evidence import formality
from tables import each_case


@each_case(
    "sentence",
    [
        "Ik vertrouw erop uw Raad hiermee voldoende te hebben ingelicht.",
        "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.",
        "Ik hoop u hiermee naar behoren te hebben geïnformeerd.",
        "Met belangstelling heb ik kennisgenomen van de motie van het lid Peters.",
        "Ik dank de vaste commissie voor haar inbreng.",
        "Graag wil ik de leden van uw Kamer bedanken voor hun vragen.",
        "Via deze weg wil ik iedereen bedanken die aan het akkoord heeft bijgedragen.",
        "Langs deze weg willen wij de havens danken.",
        "Ik zie de toekomst met vertrouwen tegemoet.",
        "Graag zie ik het overleg met belangstelling tegemoet.",
        "Ik zie uit naar het debat met uw Kamer op 26 maart.",
        "Graag kijk ik uit naar het overleg.",
        "De Kamer, gehoord de beraadslaging,",
        "en gaat over tot de orde van de dag.",
        "We look forward to the debate.",
        "I trust that this answers the questions of the committee.",
        "We would like to thank the House for its contribution.",
        "Voor de late beantwoording bied ik u mijn excuses aan.",
    ],
)
def test_a_courtesy_is_known_by_its_words(sentence: str) -> None:
    """Thanks, hopes to have informed, and what every motion ends with."""
    assert formality(sentence) == "courtesy"


@each_case(
    "sentence",
    [
        "Hierbij bied ik u de evaluatie van de missie aan.",
        "In antwoord op de vragen van het lid Peters meld ik u het volgende.",
        "Om dit te onderbouwen ga ik onderstaand in op het Nederlandse SSR-beleid.",
        "Mede namens de minister van Kustwacht reageer ik op de motie-Terpstra over grenswachten.",
        "Ook ga ik kort in op de motie-Bakker en op de toezegging over de havens.",
        "In deze brief informeer ik u over de stand van zaken.",
        "In this letter I set out the position of the government.",
    ],
)
def test_a_signpost_is_known_by_its_words(sentence: str) -> None:
    """What announces what follows, or hands it over."""
    assert formality(sentence) == "signpost"


@each_case(
    "sentence",
    [
        "Ik dank de Kamer voor haar geduld en zal voor de zomer een plan sturen.",
        "Ik ga ervan uit dat de missie in 2012 aan haar doel heeft voldaan, maar dat is onzeker.",
        "Ik zal u in het voorjaar van 2011 informeren.",
        "Nederland volgt dit nauwgezet.",
        "Hierbij zeg ik u toe dat de evaluatie wordt gestuurd.",
        "De Kamer wordt voor de zomer geïnformeerd.",
        "Het kabinet hoopt dat de partijen het eens worden.",
        "De bijdrage wordt uit het fonds betaald.",
        "Wij zien de gemeenten met vertrouwen een plan maken.",
        "Ik zie uw reactie, die u voor 1 mei hebt toegezegd, met vertrouwen tegemoet.",
        "Via deze weg wil ik iedereen bedanken en zal ik het akkoord tekenen.",
        "Ik zie uit naar het debat en stuur u daarvoor een plan.",
        "Ook ga ik in op de haven en stuur ik u in mei een plan.",
        "I thank the House and will send a plan before the summer.",
        "Ik bied mijn excuses aan en trek de brief van 3 maart in.",
        "Wij bieden de schippers excuses en een vergoeding van 500 euro aan.",
    ],
)
def test_what_says_more_is_none(sentence: str) -> None:
    """A sentence that undertakes or asserts something is not left out by its first words."""
    assert formality(sentence) is None
