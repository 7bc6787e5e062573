"""A head is read in each of the layouts that letterheads have: rows, tables and columns."""

import datetime as dt

from ssrpolicy.starting.head import head_of
from starting.head.letters import letter
from tables import each_case

BODY = "Geachte voorzitter,\n\nMet deze brief informeer ik u over de sluizen."
DAY = dt.date(2031, 3, 12)


@each_case(
    "rows, date, reference",
    [
        # Each value stands below its label, or in its order.
        (
            (
                "Datum              Ons kenmerk           Bijlagen\n"
                "12 maart 2031      SL/2031/512           2"
            ),
            DAY,
            "SL/2031/512",
        ),
        ("Datum\tUw brief\tOns kenmerk\n12 maart 2031\t2 februari 2031\tSL-512", DAY, "SL-512"),
        ("Datum Ons kenmerk Onderwerp\n12 maart 2031 SL512 Nieuwe sluizen", DAY, "SL512"),
        (
            (
                "Uw brief van       Uw kenmerk    Ons kenmerk    Datum\n"
                "2 februari 2031    K-31-12       SL / 512       12 maart 2031"
            ),
            DAY,
            "SL / 512",
        ),
        (
            "| Datum | Kenmerk | Bijlagen |\n|---|---|---|\n| 12 maart 2031 | SL512 | 1 |",
            DAY,
            "SL512",
        ),
        ("**Datum:** 12 maart 2031  \n**Kenmerk:** SL / 512  ", DAY, "SL / 512"),
        # Cells of a table one below the other, or with a line for each, as readers give them.
        ("Datum\nOns kenmerk\nBijlagen\n12 maart 2031\nSL/2031/512\n2", DAY, "SL/2031/512"),
        ("Datum\n12 maart 2031\tOns kenmerk\nSL/2031/512\tBijlagen\n2", DAY, "SL/2031/512"),
        ("Ons kenmerk\n\nSL/2031/512\n\nUw kenmerk\n\nK-31", None, "SL/2031/512"),
        ("Datum\nKenmerk\nBijlagen\n12 maart 2031\nSL-\n2\n512", DAY, None),
        (
            "Datum\n12 maart 2031\n\nOns kenmerk\nSL/BSK-\n2031/512\n\nBijlagen\n2",
            DAY,
            "SL/BSK-2031/512",
        ),
        ("Datum: 12.03.2031    Onze ref.: SL-2031/5", DAY, "SL-2031/5"),
        # One of them is left empty.
        (
            (
                "Datum            Uw kenmerk          Ons kenmerk        Bijlagen\n"
                "12 maart 2031    K-31-12                                1"
            ),
            DAY,
            None,
        ),
        ("Kenmerk:\nBijlagen: 2", None, None),
        ("Your ref: K/12\n12 March 2031", DAY, None),
        ("Aan de Voorzitter van de Tweede Kamer Den Haag, 12 maart 2031 (concept)", DAY, None),
        # Whose the values are is not certain, or they are of another letter.
        ("Datum Ons kenmerk Bijlagen\n12 maart 2031 1", None, None),
        ("Datum Kenmerk Onderwerp\nSL512 12 maart 2031 sluizen", None, None),
        ("Uw brief van        Uw kenmerk\n12 maart 2031       K-31-12", None, None),
        ("Datum uw brief    Ons kenmerk\n12 maart 2031     SL / 512", None, "SL / 512"),
        ("Uw brief van\nUw kenmerk\nOns kenmerk\n12 maart 2031\nK-31\nSL512", None, "SL512"),
        ("Ons kenmerk\n\n2511AB\nDen Haag", None, None),
        ("HC Deb, 12 March 2031", None, None),
    ],
)
def test_labels_and_values_next_to_each_other(
    rows: str, date: dt.date | None, reference: str | None
) -> None:
    """The day and the reference of a paper are those below, or after, their own labels."""
    head = head_of(letter(head=rows, body=BODY))

    assert (head.date, head.reference) == (date, reference)


def test_the_column_at_the_right_of_an_address() -> None:
    """What stands in a column next to the address does not go on with its lines."""
    rows = """\
Aan de Voorzitter van de Tweede Kamer            Bezoekadres
der Staten-Generaal                              Lange Kade 7
Postbus 20018                                    2511 AB Den Haag

Datum      12 maart 2031                         Ons kenmerk
Betreft    Nieuwe sluizen                        SL / 512"""
    head = head_of(letter(head=rows, body=BODY))

    assert head.addressee is not None
    assert head.addressee.value == "voorzitter-tweede-kamer"
    assert (head.date, head.reference, head.subject) == (DAY, "SL / 512", "Nieuwe sluizen")


def test_an_english_head_has_its_labels_after_a_tab() -> None:
    """Also the shortest of them, which may begin a line of a text."""
    rows = "Date\t12 March 2031\nRe\tNew locks\n\nOur reference\nSL-512"
    head = head_of(letter(head=rows, body=f"Dear President,\n\n{BODY}"))

    assert (head.date, head.reference, head.subject) == (DAY, "SL-512", "New locks")


@each_case(
    "heading",
    [
        "Letter to the Clerk of the Committee from\nthe Permanent Secretary, Ports, 12 March 2031",
        "Letter from the Minister for Ports to the Chair of the Committee, dated 12 March 2031",
        "Letter from Madam Speaker to the Chair of the Committee of 12 March 2031",
        "Letter of 12 March 2031 from the Minister for Ports to the Chair of the Committee",
    ],
)
def test_the_day_that_ends_the_heading_of_a_letter(heading: str) -> None:
    """An English heading names who writes, to whom and on which day; other days come later."""
    text = f"{heading}\n\nThank you for your letter of 1 March 2031 on the locks.\n"

    assert head_of(text).date == DAY


def test_a_table_or_a_heading_in_the_text_is_not_of_its_head() -> None:
    """Below the salutation, or the first sentence, other papers are named, and other days."""
    rows = "Hier volgt de planning.\n\n| Datum | Kenmerk |\n| 1 april 2031 | SL512 |"
    named = "Letter from the Minister for Ports to the Chair, dated 1 April 2031"
    whole = f"Den Haag, 12 maart 2031\n\n{rows}\n"
    below = f"Den Haag, 12 maart 2031\n\nGeachte voorzitter,\n\n{named}\n\nBRIEF VAN DE BODE\n"

    for text in (whole, below):
        head = head_of(text)
        assert (head.date, head.reference, head.authors, head.addressee) == (DAY, None, (), None)


@each_case("article", ["your", "the", "a", "my", "this"])
def test_a_letter_with_an_article_is_another_one(article: str) -> None:
    """A first sentence may name a letter to somebody from somebody, with its day."""
    other = f"I refer to {article} letter to the Minister from the Committee, 1 April 2031"

    assert head_of(f"{other}\n\n12 March 2031\n\nDear Chair,\n\nText.").date == DAY


@each_case(
    "line, subject",
    [
        ("Betreft | Sluizen", "Sluizen"),
        ("**Betreft:** __Sluizen__", "Sluizen"),
        ("Betreft: de 5**3 en de 6**2", "de 5**3 en de 6**2"),
        ("Betreft: kades__en__sluizen", "kades__en__sluizen"),
    ],
)
def test_signs_of_a_table_and_of_emphasis_are_not_of_the_subject(line: str, subject: str) -> None:
    """A bar parts a label from its value, and stars stand around words; within one they stay."""
    assert head_of(f"{line}\n\n{BODY}").subject == subject


def test_labels_after_a_dash_and_senders_below_their_label() -> None:
    """A line may have a day, a dash and the reference; a memorandum says from whom it is."""
    head = head_of(
        f"Van\nDe minister van Defensie\nDen Haag, 12 maart 2031 - Kenmerk: S-2\n\n{BODY}"
    )

    assert (head.date, head.reference) == (DAY, "S-2")
    assert [each.value for each in head.authors] == ["minister-defensie"]
