"""A sentence of which nothing can be left out for sure is its own summary; all are invented."""

from collections.abc import Callable, Sequence

import pytest

from ssrpolicy.model import Claim, Commitment, Draft, Position, Request
from tables import each_case

Drafted = Callable[[str], Draft]

DUTCH = {
    # a second clause goes on with what stands before the first verb
    "second clauses": (
        "Daarom zal ik de kade verhogen en krijgt elke haven een loket.",
        "Daarnaast verhoogt het kabinet het budget en krijgen de havens een loket.",
        "Daarom stelt het kabinet een plan op en worden de regels versoepeld.",
        "Daarnaast zal Gasunie de leiding aanleggen en bekijkt TenneT de kabel.",
        "Daarom heeft Nederland vanaf 2034 een eigen sluis en kan Defensie die gebruiken.",
        "Daarom zal ik de kade verhogen, versoepel ik de regels en bouw ik een loods.",
        "Daarom zal ik, mocht het water stijgen, de kade verhogen.",
        "Lukt het, dan volgt een plan; wordt u niet voor juni geïnformeerd, dan volgt een brief.",
        "Daarom zal ik, minister van Defensie, de kade verhogen.",
        "Daarom zal ik, de minister van Defensie, de kade verhogen.",
        "Daarom zal ik samen met de havens de kade meten, maar wordt de sluis niet verhoogd.",
    ),
    # what might be no tie, or of what stands behind it
    "ties": (
        "Ook zal ik na 2034 subsidie verlenen aan de havens.",
        "Ik zal ook na 2034 subsidie verlenen aan de havens.",
        "Ik zal ook zonder instemming van de havens de kade verhogen.",
        "Ik zal ook in de weekeinden de sluis openen.",
        "Ik wil ook huurders van de havens compenseren.",
        "Het kabinet zal ook de havens in het noorden steunen.",
        "Ook als er geen geld komt, zal ik de kade verhogen.",
        "Als eerste zal Nederland een bataljon leveren.",
        "Als laatste zal ik de sluis openen.",
        "Verder ga ik niet in deze brief.",
        "Verder kan ik niet gaan.",
        "Allereerst zal ik de kades van de havens verhogen.",
        "Tevens zal ik na 2034 subsidie verlenen aan de havens.",
        "Ik zal dan ook de sluis verhogen.",
        "Ik heb daarom gevraagd bij de havens.",
        "Maar een deel van de kade zal ik verhogen.",
        "En de kade en de sluis zal ik verhogen.",
    ),
    # who acts is not known for sure, or nobody does
    "who acts": (
        "Daarom zal Zeeuwse klei de kade verhogen.",
        "Daarom zal Rijkswaterstaat de kade verhogen.",
        "Daarnaast wordt de Kamer een stand van zaken gegeven van de havens in mei 2032.",
        "Daarom zal de minister van Buitenlandse Zaken Defensie steunen.",
        "Daarom zal het kabinet-Jansen de kade verhogen.",
        "Daarom zal het kabinet Jansen de kade verhogen.",
        "Daarom zullen ik en de havens de kade verhogen.",
        "Daarom zullen wij, de havens en ik, de kade verhogen.",
        "Daarom zal de regering van Bergovië de kade verhogen.",
        "Wij woningbouwwillen met de havens een plan maken in 2032.",
        "Daarom woningbouwwillen wij de kade verhogen in 2032.",
        "Na de zomer zal ik u informeren.",
        "Eind 2031 waren van de dertig tolken er elf aangesteld.",
        "Met instemming van de havens zal ik de kade verhogen.",
    ),
    # what was promised before, to whom and by whom
    "promised before": (
        "Zoals eerder toegezegd, zal ik de kade verhogen.",
        "Zoals aan het lid Jansen is toegezegd, stuur ik uw Kamer een plan.",
        "Zoals in de motie van het lid Verbeek is aangegeven, zal ik de kade verhogen.",
        "Ik zal, zoals eerder toegezegd, uw Kamer in mei 2032 een plan sturen over alle havens.",
    ),
    # a condition, an exception, a restriction, an example
    "limits": (
        "Ik zal de sluis meten en – daar waar van toepassing – de kades van de havens verhogen.",
        "Ik zal – ongeacht de kosten voor de havens in het noorden – de kades laten verhogen.",
        "Ik zal – de kosten van het vervoer daargelaten – de kades van de havens laten verhogen.",
        "Ik zal – anders dan in Den Helder – de kades van alle havens in het land laten verhogen.",
        "Ik zal op alle eilanden (afgezien van die op Saba) de kades laten verhogen met steen.",
        "Ik zal gebouwen (particuliere woningeigenaren of kleine bedrijven) laten meten in 2032.",
        "Ik zal het aantal schepen (Zeeuws en Gronings) laten tellen in de havens van het noorden.",
        "Ik zal alle scholen (openbare scholen aan de kust) laten meten met steun van de havens.",
        "Ik zal woningen (label E, F of G) laten isoleren voordat de havens in 2032 dicht gaan.",
        "Ik zal wat tot (verergering van) schade aan de kades van de havens leidt laten meten.",
        "Ik zal agenten (tijdens hun dienst of daarbuiten) in de havens laten opleiden tot tolk.",
        "Ik zal de havens voorbereiden op crises, waaronder branden en voor schippers een loket.",
        "Ik zal de wachttijd verkorten, onder andere door regels en met steun voor de havens.",
        "Ik zal de kade verhogen, waarmee aan de motie van het lid Verbeek wordt voldaan.",
        "Ik zal op dezelfde wijze meten op de eilanden, zoals de havens aan de kust dat al doen.",
        "Ik zal de bewoners informeren, waaronder begrepen de huurders van de havens.",
        "Ik zal even hoge kades bouwen in het noorden, zoals de kade bij de haven van Delfzijl.",
        "Ik zal de schippers (bijvoorbeeld als het regent) in de havens van het noorden opvangen.",
        "Ik zal met partijen, bijvoorbeeld gemeenten overleggen over de kades van de havens.",
        "Ik zal de Havenwet 2020 (Sluizen en Kades) Besluit 2033 wijzigen voor de havens opengaan.",
    ),
    # what is asked and how it is answered, which cannot be told apart
    "requests": (
        "De motie van het lid Dobbe over een havenverbod voer ik niet uit.",
        "De motie van het lid Ceder om de aanbesteding te versnellen neem ik over.",
        "Ik ben bereid de motie van het lid Jansen om de kade te verhogen uit te voeren.",
        "Ik geef uitvoering aan de motie van het lid Boer om te bouwen en informeer uw Kamer.",
        "Ik voer de motie-Visser uit die de regering verzoekt om te bouwen, mits het kan.",
        "In reactie op de motie Bakker over de havens meld ik het volgende.",
        "In mei heb ik het verzoek ontvangen een reactie te geven op het betreffende verslag.",
        "Ik bericht u dat het verzoek van de commissie om een brief niet kan worden voldaan.",
        "In reactie op het verzoek van de leden en op mijn brief over sluizen stuur ik een plan.",
        "Ik heb geen brief ontvangen waarin u mij om een reactie vraagt.",
    ),
    # quotations
    "quotations": (
        "Het kabinet stelt: “De kade is hoog, zoals de sluis bij de haven van het noorden.”",
    ),
}

ENGLISH = (
    "Therefore, and because the port asks for it, I will raise the quay.",
    "First, second and third offenders will be fined by the port in 2032.",
    "Hence the need for a plan that we will send to the House in 2032.",
    "I will also after 2033 give grants to the ports.",
    "I will also without the consent of the ports raise the quay.",
    "Also, I will raise the quay.",
    "I will act accordingly and raise the quay.",
    "I will raise all quays on the coast (Zeeland, Holland and Friesland) with stone by 2032.",
    "I will raise the quays (except those on Saba) with stone from the quarry in the south.",
    "I will attach conditions to this (case by case: in specific ports) with the ports by 2032.",
    "I will – regardless of the costs for the ports – raise the quays of all the ports.",
    "I will, as promised earlier, send the House a plan for the ports before the summer of 2032.",
    "I will treat ports on an equal footing in the whole country, such as the law prescribes.",
    "I will inform Parliament of the quays in 2032, including the House of Representatives.",
    "I will amend the Ports Act 2020 (Quays Exclusions) Regulations 2033 before the summer starts.",
    "I can confirm that I will raise the quay unless the port objects.",
    "We will meet this in full, which means that the motion of the member Jansen will be met.",
)


def summed(draft: Draft) -> set[str]:
    """The summaries of all that is proposed to be said."""
    entries = [each.entry for each in draft.proposals]
    said = [each for each in entries if isinstance(each, Claim | Commitment | Position | Request)]
    return {each.summary.nl or each.summary.en or "" for each in said}


def not_whole(draft: Draft, sentences: Sequence[str]) -> list[str]:
    """The sentences that no summary of a draft is."""
    found = summed(draft)
    return [each for each in sentences if each not in found]


@pytest.mark.parametrize("said", DUTCH.values(), ids=DUTCH)
def test_a_dutch_sentence_stays_whole_in_doubt(drafted: Drafted, said: Sequence[str]) -> None:
    """Nothing is left out of it, and nobody acts in it who may not."""
    assert not_whole(drafted("\n\n".join(said)), said) == []


@each_case(
    "said",
    [
        "Ik zal in mei de kade verhogen.\u00b9",
        "Ik zal met de havens contact opnemen, waaronder",
        "Welke kades ik zal verhogen, zoals voorgesteld door de havens",
        "Ik zal de vragen in Tweede Kamer, vergaderjaar 2030\u20132031, nr. 23 beantwoorden.",
    ],
)
def test_what_ends_otherwise_has_no_full_stop_and_no_words_less(
    drafted: Drafted, said: str
) -> None:
    """A note mark, the lead of a list, a question; and a paper that is cited as pages print it."""
    assert summed(drafted(said)) == {said}


def test_an_english_sentence_stays_whole_in_doubt(english: Drafted) -> None:
    """As in Dutch."""
    assert not_whole(english("\n\n".join(ENGLISH)), ENGLISH) == []
