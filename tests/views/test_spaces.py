"""No line breaks between a number and its word, in what is printed and never in what is quoted."""

from ssrpolicy.views import unbroken
from tables import each_case


@each_case(
    "text",
    [
        "nr.~124",
        "nrs.~1 en 2",
        "no.~124",
        "zie blz.~3",
        "p.~3, alinea~9",
        "pp.~3-5",
        "artikel~5, onder b",
        "Article~5 of the act",
        "art.~5",
        "§~2",
        "€~5~mln. per jaar",
        "2,5~miljoen kronen",
        "12~%",
        "Kamerstukken II~2009/10, 32123-X, nr.~124",
        "Parliamentary Papers I~2009/10, 32123-X, no.~124",
        "hoofdstuk~3, bijlage~1, paragraaf~2.1",
        "vóór 1~januari 2042",
        "(20~Sept 2041)",
        "op 5~mei of 12~December",
        "Kamerstuk 32~123, nr.~5",
        "1~250~000~euro",
        "binnen 30~dagen, 1~week of 12~months",
        "over 350~meter en 2,5~km",
        "5~euro, 4~kronen",
    ],
)
def test_a_number_belongs_to_its_word(text: str) -> None:
    """Where ~ stands no line breaks, and everywhere else one may."""
    assert unbroken(text.replace("~", " ")) == text.replace("~", "\u00a0")


@each_case(
    "text",
    [
        "op 5 artikelen",
        "nr. van de brief",
        "Dat is zo. 5 mensen kwamen.",
        "het artikel over 2010",
        "De motie (“zie nr. 124”) is oud.",
        "“Kamerstukken II 2009/10, nr. 124”",
        "5 mensen",
        "in 2010 may be",
        "in 2041 januari",
        "1 januaribrief",
        "stuk 5 1234",
        "5 minuten",
        "12 maten",
        "",
    ],
)
def test_other_spaces_stay(text: str) -> None:
    """Also those of words in quotation marks, which are quoted character for character."""
    assert unbroken(text) == text


def test_only_spaces_change() -> None:
    """What is printed reads the same, letter for letter."""
    text = "Zie nr. 5 en “nr. 6”; € 7 mln. (Kamerstukken II 2009/10, 32123-X, nr. 8), blz. 9."
    assert unbroken(text).replace("\u00a0", " ") == text
