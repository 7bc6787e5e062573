"""An invented letter of two pages, as a department prints it: with a margin, feet and notes."""

from pathlib import Path

from plugins.sources.tests.pdf_files import PdfFile

BODY = 80
PAPER_FOOT = "Tweede Kamer, vergaderjaar 2031-2032, 41 207, nr. 15"
PAPER_TITLE = "Herinrichting van de haven van Lagemeer en het gebied daaromheen"
PAPER_LINES = (
    "Met deze brief informeer ik uw Kamer over de voortgang van de herinrichting",
    "van de haven. Over een jaar volgt een verslag van wat dan gedaan zal zijn aan",
    "de kade en aan het water, en van de kosten die daarmee gemoeid zijn in de",
)
FIRST = (
    "Met deze brief informeer ik uw Kamer over de voortgang van de herinrichting van de",
    "haven van Lagemeer. In de motie van het lid De Wit",
)
MORE = (
    "wordt verzocht de omwonenden te betrekken bij de plannen. Het college en het rijk",
    "hebben daarover afspraken gemaakt met de bewoners en met de onderne-",
    "mers in het gebied. Ik zal uw Kamer voor de zomer van 2032 informeren over de",
)
SECOND = (
    "uitkomsten van dat overleg en over de kosten die daarmee gemoeid zijn. Daarbij",
    "ga ik ook in op de bereikbaarheid over het water.",
)
SENTENCES = tuple(
    """\
Met deze brief informeer ik uw Kamer over de voortgang van de herinrichting van de haven van \
Lagemeer.
In de motie van het lid De Wit¹ wordt verzocht de omwonenden te betrekken bij de plannen.
Het college en het rijk hebben daarover afspraken gemaakt met de bewoners en met de ondernemers \
in het gebied.
Ik zal uw Kamer voor de zomer van 2032 informeren over de uitkomsten van dat overleg en over de \
kosten die daarmee gemoeid zijn.
Daarbij ga ik ook in op de bereikbaarheid over het water.""".splitlines()
)


def parliamentary_paper() -> PdfFile:
    """A letter as the House prints it: numbers left of the text, feet with its number."""
    made = PdfFile(size=(558, 771)).page()
    made.words(55, 750, "Tweede Kamer der Staten-Generaal", 14, "bold").words(505, 740, "2", 14)
    made.words(55, 705, "Vergaderjaar 2031-2032", 9)
    made.words(55, 640, "41 207", 9, "bold")
    made.words(
        221, 640, "Herinrichting van de haven van Lagemeer en het gebied daaromheen", 9, "bold"
    )
    made.words(55, 600, "Nr. 15", 9, "bold")
    made.words(221, 600, "BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT", 9, "bold")
    made.words(221, 580, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", 9)
    made.words(221, 560, "Lagemeer, 8 september 2031", 9)
    made.lines(221, 540, PAPER_LINES, 9, 9.6)
    for height, words in ((82, "kst-41207-15"), (76, "ISSN 0921 - 7371"), (69, PAPER_FOOT)):
        made.words(55, height, words, 6.5)
    made.words(535, 69, "1", 6.5)
    made.page().lines(221, 740, ("jaren. Dat zal ik doen.",), 9)
    made.words(221, 715, "De Minister van Infrastructuur en Waterstaat,", 9)
    made.words(221, 705, "A.B. Voorbeeld", 9)
    return made.words(221, 69, PAPER_FOOT, 6.5).words(535, 69, "2", 6.5)


def department_letter() -> PdfFile:
    """A letter with its margin, page feet that come first and twice, a note and a signature."""
    made = PdfFile().page()
    made.words(467, 30, "Pagina 1 van 2", 6.5)
    made.words(BODY, 699, "> Retouradres Postbus 1 1000 AA Lagemeer", 6.5)
    made.lines(BODY, 678, ("De Voorzitter van de Tweede Kamer", "der Staten-Generaal"), 9)
    made.words(BODY, 535, "Datum 8 september 2031", 9)
    made.words(BODY, 523, "Betreft Herinrichting haven", 9)
    made.lines(467, 675, ("Bezoekadres", "Kade 5", "Kenmerk", "2031-0815-HVN"), 6.5, 9)
    made.words(BODY, 482, "Geachte voorzitter,", 9)
    made.lines(BODY, 458, FIRST, 9)
    # The mark of a note is raised, and the line goes on after it.
    made.words(BODY + 207.5, 449, "1", 6)
    made.lines(BODY, 434, MORE, 9)
    made.page()
    for height in (30, 31.5):
        made.words(467, height, "Pagina 2 van 2", 6.5)
    made.lines(467, 668, ("Kenmerk", "2031-0815-HVN"), 6.5, 9)
    made.lines(BODY, 682, SECOND, 9)
    made.words(BODY, 640, "Vervolg", 9, "italic")
    made.words(
        BODY, 628, "Ik zie uit naar het debat met uw Kamer over de haven van Lagemeer en het", 9
    )
    made.words(BODY, 616, "water daaromheen.", 9)
    made.words(BODY, 592, "Hoogachtend,", 9)
    made.lines(BODY, 568, ("de minister van Infrastructuur en Waterstaat,",), 9)
    made.words(BODY, 520, "A.B. Voorbeeld", 9)
    made.words(BODY, 73, "1", 4.5)
    made.words(BODY + 5, 70.5, "Kamerstuk 41 207, nr. 12.", 6.5)
    return made


def many_pages(count: int, target: Path) -> None:
    """Write a PDF of so many pages, as full as those of a department's letters."""
    made = PdfFile()
    lines = [FIRST[0], *MORE, *SECOND]
    for number in range(1, count + 1):
        made.page().lines(BODY, 790, [lines[n % len(lines)] for n in range(50)], 9)
        made.words(BODY + 300, 205, "1", 6).lines(467, 675, ("Kenmerk", "2031-0815-HVN"), 6.5, 9)
        made.words(BODY, 73, "1", 4.5).words(BODY + 5, 70.5, "Kamerstuk 41 207, nr. 12.", 6.5)
        made.words(467, 30, f"Pagina {number} van {count}", 6.5)
    target.write_bytes(made.data())
