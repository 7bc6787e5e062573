"""An invented letter of two pages, as a department prints it: with a margin, feet and notes."""

from plugins.sources.tests.pdf_files import PdfFile

BODY = 80
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
