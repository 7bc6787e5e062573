"""What a letter describes in words that undertakings have too: each beside one that undertakes.

The letters are invented.
"""

from collections.abc import Callable

from ssrpolicy.model import Commitment
from tables import each_case


@each_case(
    "described, undertaken",
    [
        # what a measure brings about
        (
            "Hiermee vergroten we de ruimte voor schepen.",
            "Met de provincie vergroten we de ruimte voor schepen.",
        ),
        (
            "Daarmee worden de risico's voor omwonenden in kaart gebracht.",
            "Ook worden de risico's voor omwonenden in kaart gebracht.",
        ),
        ("Zo blijft de haven ook bij storm open.", "Zo gaan we zorgen voor een open haven."),
        # what a paper contains, and what it already said
        (
            "Dit programma omvat een visie op de havens en een plan om die in 2032 te verbeteren.",
            "Dit programma wordt in 2032 vastgesteld.",
        ),
        (
            "In die brief is aangegeven welke acties nog worden opgepakt.",
            "Deze acties worden nog opgepakt.",
        ),
        (
            "In dat debat heb ik toegezegd om uiterlijk 31 oktober 2031 een plan te sturen.",
            "Zoals toegezegd, zal ik u uiterlijk 31 oktober 2031 een plan sturen.",
        ),
        ("De toezegging is dat ik u eind 2031 informeer.", "Ik informeer u eind 2031."),
        (
            "In de bijlage zult u een overzicht aantreffen.",
            "U zult na de zomer een overzicht ontvangen.",
        ),
        # how things always go
        (
            "Zoals gebruikelijk wordt de Kamer hierover geïnformeerd.",
            "Ook wordt de Kamer hierover geïnformeerd.",
        ),
        (
            "Voor iedere haven wordt gekeken of er een andere route is.",
            "Ook wordt gekeken of er een andere route is.",
        ),
        # what happens by itself, and who else acts
        (
            "In de komende jaren neemt het aantal schepen toe.",
            "In de komende jaren komt er een tweede sluis.",
        ),
        (
            "In 2032 is de bijdrage aan de haven 12 miljoen euro.",
            "In 2032 is de tweede sluis gereed.",
        ),
        (
            "Begin juli zal de Raad voor de havens zijn advies publiceren.",
            "Begin juli zal ik het advies publiceren.",
        ),
        (
            "De komende tijd zullen we vaker oude leidingen tegenkomen.",
            "De komende tijd zullen we vaker oude leidingen vervangen.",
        ),
        (
            "Als we zuiniger met water omgaan, houden we meer over.",
            "Als de proef slaagt, breiden we de aanpak uit.",
        ),
        # no verb, no deed, and a duty of whoever it falls to
        (
            "- Energie: Nederland klimaatneutraal in 2050;",
            "- Nederland bouwt in 2050 alleen nog sluizen;",
        ),
        (
            "- Een schone industrie met hergebruik van grondstoffen en producten in 2050.",
            "- De industrie bouwt met het Rijk een kade in 2035.",
        ),
        ("Dan moet eerst onderzocht worden of dit kan.", "Dan wordt eerst onderzocht of dit kan."),
        ("Deze schade dient te worden hersteld.", "Deze schade wordt hersteld."),
        ("Alleen dan kunnen we de zee voor blijven.", "Alleen dan blijven we de haven steunen."),
        (
            "De manier waarop wij de doelen zullen meten, is nieuw.",
            "Op een andere manier zullen wij de doelen meten.",
        ),
        (
            "De eilanden hebben met elkaar afgesproken om volgend jaar kennis te delen.",
            "Met de eilanden is afgesproken om volgend jaar kennis te delen.",
        ),
        # a letter about itself, and what its writer supposes
        (
            "Nu informeer ik uw Kamer over de stand van zaken.",
            "Na de zomer informeer ik uw Kamer over de stand van zaken.",
        ),
        (
            "In het programma wordt ingegaan op hoe de dijken worden versterkt.",
            "In het programma worden de dijken versterkt.",
        ),
        ("Ik ga er dan ook vanuit dat de havens dit uitzoeken.", "Ik ga dit dan ook uitzoeken."),
        # no time, no promise
        ("Op termijn komen er andere schepen.", "Op korte termijn komen er andere schepen."),
        (
            "Ik kan niet garanderen dat de haven openblijft.",
            "Ik garandeer dat de haven openblijft.",
        ),
        (
            "Momenteel wordt geen tweede sluis overwogen.",
            "Momenteel wordt een tweede sluis overwogen.",
        ),
        (
            "Daarbij laten we de eilanden buiten beschouwing.",
            "Daarbij laten we de eilanden onderzoeken.",
        ),
        (
            "Op 24 juni 2024 heeft het kabinet besloten om het aantal schepen te verlagen.",
            "Het kabinet heeft besloten om het aantal schepen te verlagen.",
        ),
    ],
)
def test_what_is_described_is_not_undertaken(
    described: str, undertaken: str, commitments: Callable[[str], list[Commitment]]
) -> None:
    """Of two sentences that look alike, the one that undertakes something is proposed."""
    found = commitments(f"{described}\n\n{undertaken}")

    assert [each.quotes[0].quote for each in found] == [undertaken]


def test_what_is_pointed_at_before_its_verb_is_still_undertaken(
    commitments: Callable[[str], list[Commitment]],
) -> None:
    """A clause begins at "die", but not where a preposition stands before it."""
    undertaken = "In die nota zal worden ingegaan op de havens."
    found = commitments(f"De nota die aan de Raad zal worden gestuurd, is lang.\n\n{undertaken}")

    assert [each.quotes[0].quote for each in found] == [undertaken]
