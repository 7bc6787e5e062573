"""A stretch shown on one line: which hyphens at line ends stay."""

from ssrpolicy.evidence import SourceText
from tables import each_case

CUT_WORDS = (
    *("onderstaand", "veiligheidsstructuren", "gestimuleerd", "geïntegreerde", "Afghanistan"),
    *("Nederlandse", "nabijbescherming", "mensenrechtenbeleid", "internationale"),
    *("toonaangevende", "multilateraal", "politietrainers", "functionarissen", "bijvoorbeeld"),
    *("International", "Democratische", "Nederlandse"),
)


def shown(text: str) -> str:
    """A whole text on one line."""
    return SourceText(text).display(0, len(text))


def test_cut_words_of_the_letter(source: SourceText) -> None:
    """The letter's seventeen cut words are shown whole."""
    words = []
    for line_end in source.joiner.line_ends:
        start = max(source.text.rfind(sign, 0, line_end.start) for sign in " \n") + 1
        end = min(place for sign in " \n" if (place := source.text.find(sign, line_end.end)) > 0)
        words.append(source.display(start, end).strip(".,"))
    assert tuple(words) == CUT_WORDS


def test_hyphens_inside_a_line_stay(source: SourceText) -> None:
    """What is not a line end is shown as it stands."""
    (span,) = source.find("eveneens SSR-beleid, -instrumenten en -middelen zal ontwikkelen")
    expected = "eveneens SSR-beleid, -instrumenten en -middelen zal ontwikkelen"
    assert source.display(span.start, span.end) == expected


@each_case(
    "broken, expected",
    [
        ("het SSR-\nbeleid", "het SSR-beleid"),
        ("de Staten-\nGeneraal", "de Staten-Generaal"),
        ("de motie Peters-\nKnops", "de motie Peters-Knops"),
        ("in-\nen uitvoer", "in- en uitvoer"),
        ("buitenlands-\r\n of veiligheidsbeleid", "buitenlands- of veiligheidsbeleid"),
        ("import-\nand export", "import- and export"),
        ("2009-\n2010", "2009-2010"),
        ("2009\u2013\n2010", "2009\u20132010"),
        ("COVID-\n19", "COVID-19"),
        ("een zee-\negel", "een zee-egel"),
        ("de oud-\nminister", "de oud-minister"),
        ("de secretaris-\ngeneraal", "de secretaris-generaal"),
        ("de VEILIGHEIDS-\nSTRUCTUREN", "de VEILIGHEIDSSTRUCTUREN"),
        ("de veilig\u00ad\nheid en be\u00adleid", "de veiligheid en beleid"),
        ("force protection-\neenheden. De force protection-eenheden", None),
        ("mede-\noprichter. Een mede-oprichter", "mede-oprichter. Een mede-oprichter"),
        ("SSR-\nbeleid. Het ssrbeleid", "SSRbeleid. Het ssrbeleid"),
        ("inzet \u2013\nook nu", "inzet \u2013 ook nu"),
        ("inzet-\n(nu)", "inzet-(nu)"),
        ("a-\n\n\nb", "ab"),
    ],
)
def test_hyphen_at_a_line_end(broken: str, expected: str | None) -> None:
    """A hyphen at a line end stays where the text or the spelling says so, and goes else."""
    assert shown(broken) == (expected or broken.replace("\n", ""))


def test_stretch_that_cuts_a_line_end() -> None:
    """A stretch that starts or ends at a line-end hyphen is shown as far as it goes."""
    source = SourceText("de veiligheids-\nstructuren zijn")
    assert source.display(0, 15) == "de veiligheids-"
    assert source.display(0, 16) == "de veiligheids-"
    assert source.display(16, 26) == "structuren"
    assert source.display(15, 26) == "structuren"
    assert source.display(5, 5) == ""
