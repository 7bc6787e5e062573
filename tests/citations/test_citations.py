"""Citations of parliamentary papers in running text, in the spellings that people use."""

from ssrpolicy.citations import Citation, find_citations
from tables import each_case

# Where a text says one paper, and says it plainly.
PLAIN = {
    "Kamerstuk 32 123 X, nr. 124": "kst-32123-X-124",
    "Kamerstukken II 2017/18, 34775-IV, nr. 44": "kst-34775-IV-44",
    "Kamerstukken II 2009-2010, 32 123 X, nr. 124, p. 3": "kst-32123-X-124",
    "Tweede Kamer, vergaderjaar 2009\u20132010, 32 123 X, nr. 124": "kst-32123-X-124",
    "(TK, 32123-X, nr. 124)": "kst-32123-X-124",
    "Kst. 32123-X-124": "kst-32123-X-124",
    "Parliamentary Papers II 2009/10, 32 123 X, no. 124": "kst-32123-X-124",
    "29 237 nr 113": "kst-29237-113",
    "36200 IV, nr. 12": "kst-36200-IV-12",
    "35 000 VIII nr. 12": "kst-35000-VIII-12",
    "21 501-02, nr. 1538": "kst-21501-02-1538",
    "(21501-32-496)": "kst-21501-32-496",
    "(28676, nr. 78)": "kst-28676-78",
    "Kamerstuk 21 501 02, nr. 5": "kst-21501-02-5",
    "21501 20 nr 12": "kst-21501-20-12",
    "Kamerstuk 27 529, nr. 3": "kst-27529-3",
    "kamerstuknummer 29538-119": "kst-29538-119",
    "Kamerfstuk 33 000 VIII, nr. 141": "kst-33000-VIII-141",
    "(Kamerstuk 24036-344)": "kst-24036-344",
    "31700 XII-36": "kst-31700-XII-36",
    "(Kamerstuk 34550-XVI-105)": "kst-34550-XVI-105",
    "(32123-X-124)": "kst-32123-X-124",
    "31201, nr.15": "kst-31201-15",
    "(TK 31490,nr. 9)": "kst-31490-9",
    "(29689 ,nr.171)": "kst-29689-171",
    "31 700 - XIII, nr. 43": "kst-31700-XIII-43",
    "(2008-2009, 31 700 - XIII, nr. 43)": "kst-31700-XIII-43",
    "(35000- XVI-85)": "kst-35000-XVI-85",
    "(Kamerstuk 31793- 262)": "kst-31793-262",
    "(32500VII, nr. 9)": "kst-32500-VII-9",
    "(32500V-nr. 195)": "kst-32500-V-195",
    "33000 IXB, nr. 21": "kst-33000-IXB-21",
    "31 700 hoofdstuk XIII, nr. 12": "kst-31700-XIII-12",
    "31 700 xiii, nr. 43": "kst-31700-XIII-43",
    "32123 (X) nr. 84": "kst-32123-X-84",
    "32.123-X, nr. 84": "kst-32123-X-84",
    "32 500 A, nr. 52 )": "kst-32500-A-52",
    "33 750 A, nr. 36": "kst-33750-A-36",
    "35300-A-92": "kst-35300-A-92",
    "32\u00a0123\u00a0X, nr.\u00a0124": "kst-32123-X-124",
    "32\u202f123 X, nr.\u202f124": "kst-32123-X-124",
    "32  123  X  nr  124": "kst-32123-X-124",
    "32 123 X,\nnr. 124": "kst-32123-X-124",
    "32 123 X nummer 124": "kst-32123-X-124",
    "32 123 X no. 124": "kst-32123-X-124",
    "32 123 X #124": "kst-32123-X-124",
    "32 123 X Nr.124": "kst-32123-X-124",
    "Kamerstuk 29 398 \u2013 nr. 332": "kst-29398-332",
    "25 295, nr. 1 234": "kst-25295-1234",
    "nr. 456 (36800-XVI)": "kst-36800-XVI-456",
    "(motienr. 78, 33400-XVI)": "kst-33400-XVI-78",
    "(33 400, nr. XVI-78)": "kst-33400-XVI-78",
    "TK29398, nr. 332": "kst-29398-332",
    "Kamerstukken II 2010-2011, nr. 32 761, nr. 10": "kst-32761-10",
    "Kamerstuk 31 239, nr. 66 - 2009": "kst-31239-66",
    "nr. 332 van Kamerstuk 29398": "kst-29398-332",
    "Kamerstukken I 2008/09, 32 024, C": "kst-20082009-32024-C",
    "Kamerstukken I 1999/2000, 25 891, nr. 201b": "kst-19992000-25891-201b",
    "Kamerstukken I 2012/13, 33 405, F": "kst-33405-F",
    "(33405, nr. F)": "kst-33405-F",
    "(Kamerstuk 35526-L)": "kst-35526-L",
    "(Kamerstuk 35 300, L)": "kst-35300-L",
    "Kamerstuk 35130 (R2119)-15": "kst-35130-15",
    "Kamerstuk 36321-(R2181)-11": "kst-36321-11",
    "kst-32123-X-124": "kst-32123-X-124",
    "KST-32123-x-124": "kst-32123-X-124",
    "https://zoek.officielebekendmakingen.nl/kst-32123-X-124.html": "kst-32123-X-124",
    "zoek.officielebekendmakingen.nl/kst-20082009-32024-C.pdf": "kst-20082009-32024-C",
    "Handelingen II, 2017/18, nr. 19, item 11": "h-tk-20172018-19-11",
    "Handelingen EK 2017-2018, nr. 19, item 11": "h-ek-20172018-19-11",
    "Aanhangsel Handelingen II 2009/10, nr. 123": "ah-tk-20092010-123",
    "Aanhangsel \r\nHandelingen II 2009/10, 124": "ah-tk-20092010-124",
    "Kamerstuk 36 600 XXIII, nr. 45": "kst-36600-XXIII-45",
    "ah-tk-20092010-123": "ah-tk-20092010-123",
    "blg-240936": "blg-240936",
}

# Where a text says several papers, or fewer than it has figures.
LISTS = {
    "moties 30420, nrs 100 en 101 over": ["30420-100", "30420-101"],
    "moties 29 477 nrs. 76, 77 en 78": ["29477-76", "29477-77", "29477-78"],
    "30597, nrs. 53, 54 en 59 inzake": ["30597-53", "30597-54", "30597-59"],
    "29 247, nr. 104, 105, 107 ingediend": ["29247-104", "29247-105", "29247-107"],
    "(32670, nr. 8 en nr. 19)": ["32670-8", "32670-19"],
    "(Kamerstuk 34376-5, -7 en -11)": ["34376-5", "34376-7", "34376-11"],
    "(Kamerstuk 36672-5 en 6)": ["36672-5", "36672-6"],
    "(Kamerstuk 31066-1177, 1186 en 1202)": ["31066-1177", "31066-1186", "31066-1202"],
    "(Kamerstuk 25087-164 en 25087-168)": ["25087-164", "25087-168"],
    "verzoek met kenmerk 33625-118/2016D27017": ["33625-118"],
    "moties: 29911-226; 31015-168": ["29911-226", "31015-168"],
    "(Kamerstuk 36202, T en U)": ["36202-T", "36202-U"],
    "31 700 VI, nr. 5 en VII, nr. 6": ["31700-VI-5", "31700-VII-6"],
    "(31 263 nr. 16) en (31 700 XIII, nr. 38)": ["31263-16", "31700-XIII-38"],
    "31 700 XIII nr. 43, 44 en 31 700 XIV nr. 5": ["31700-XIII-43", "31700-XIII-44", "31700-XIV-5"],
    "moties nrs. 78/79 (31568)": ["31568-78", "31568-79"],
    "amendementen nrs. 11 en 12 (31 889)": ["31889-11", "31889-12"],
    "Kamerstuk 31 239, nr. 66 en 30 oktober 2009": ["31239-66"],
    "Kamerstuk 31 239, nr. 66 en 2 amendementen": ["31239-66"],
    "(29628, nr. 224, 2009)": ["29628-224"],
}

NOT_CITATIONS = (
    "€ 12 500, nr. 3",
    "het bedrag van 31 889 euro",
    "€ 31.889 in 2010",
    "tussen 15.000-20.000 deelnemers",
    "in 2019 19 637 aanvragen (19 637 aanvragen)",
    "12 000 woningen (12 000)",
    "bel 070-31889 of 06 12 345 678",
    "Postbus 20061, 2500 EB Den Haag",
    "IBAN NL91ABNA0417164300",
    "de Wet studiefinanciering 2000",
    "Verordening (EG) nr. 883/2004",
    "ILO-verdrag nr. 121",
    "Besluit van 3 mei 2010 (Stb. 2010, nr. 123)",
    "Stcrt. 2010, nr. 31889",
    "het gratis maken van nummer 113",
    "artikel 3:305a BW",
    "ISO 27001-2013",
    "(Raadsdocument 15936/09) en (15936/09)",
    "(kenmerk 25689-678)",
    "50% van 1,5 miljoen op 29 april 2010",
    "24 november 2016, 20-21 maart 2025",
    "COVID-19, F-16, CO2, A1/A30, Natura 2000",
    "",
)


def numbers(text: str) -> list[str]:
    """The canonical numbers of the papers that a text certainly cites."""
    return [str(citation.number) for citation in find_citations(text) if citation.number]


def only(text: str) -> Citation:
    """The one citation in a text."""
    (citation,) = find_citations(text)
    return citation


@each_case("text, expected", PLAIN.items())
def test_plain_citation(text: str, expected: str) -> None:
    """Each usual spelling leads to the one number that the publisher uses."""
    citation = only(text)

    assert (str(citation.number), citation.candidates) == (expected, ())


@each_case("text, expected", LISTS.items())
def test_list_of_papers(text: str, expected: list[str]) -> None:
    """Each number of a list is a citation, and what is counted or dated after it is not."""
    assert numbers(text) == [f"kst-{each}" for each in expected]


@each_case("text", NOT_CITATIONS)
def test_figures_that_cite_nothing(text: str) -> None:
    """Amounts, years, dates, telephone numbers, laws and other gazettes are left alone."""
    assert find_citations(text) == ()
