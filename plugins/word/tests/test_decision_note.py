"""The decision note as a document: its controls, its places to fill in, how long it is."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from ssrpolicy import PolicyRecord

Records = dict[str, PolicyRecord]
Opened = Callable[..., Document]


def controls(note: Document) -> list[str]:
    """What each content control for text shows, in the order of reading."""
    return [
        "".join(str(text.text) for text in control.iter(qn("w:t")))
        for control in note.element.body.iter(qn("w:sdt"))
        if control.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is not None
    ]


def test_what_only_a_person_knows_is_a_content_control(records: Records, opened: Opened) -> None:
    """Each shows its placeholder until it is filled in; one line says how many there are."""
    note = opened(records["kst-32123-X-124"], reporter="word")
    assert controls(note) == [
        "Vul in: aan wie",
        "Vul in: van wie",
        "Vul in: datum van de nota",
        "Vul in: kenmerk",
        "Vul in: wanneer het besluit nodig is, en waarom dan",
        "Vul in: welke stukken worden meegestuurd, of: geen",
        "Vul in: welk besluit wordt gevraagd",
        "Vul in: opmerking",
    ]
    assert [p.text for p in note.paragraphs if p.text.startswith("In deze nota moeten")] == [
        (
            "In deze nota moeten nog acht velden worden ingevuld; vanuit een veld gaat u met de "
            "tabtoets naar het volgende."
        )
    ]
    empty = list(note.element.body.iter(qn("w:showingPlcHdr")))
    assert len(empty) == len(controls(note))


def test_the_tab_key_leads_through_the_controls(records: Records, opened: Opened) -> None:
    """Each is plain text or a box, in no other and not locked, and none has a place of its own."""
    note = opened(records["kst-32123-X-124"], reporter="word", sections="risks")
    found = list(note.element.body.iter(qn("w:sdt")))
    kinds = [[each.tag.rpartition("}")[2] for each in control[0]] for control in found]
    assert not [control for control in found if list(control[1].iter(qn("w:sdt")))]
    assert {tuple(kind) for kind in kinds} == {
        ("alias", "showingPlcHdr", "text"),
        ("alias", "checkbox"),
    }


def test_the_decision_has_boxes_to_tick(records: Records, opened: Opened) -> None:
    """Each box is a control of its own, empty, and named by what ticking it says."""
    note = opened(records["kst-32123-X-124"], "en", reporter="word")
    boxes = [
        control
        for control in note.element.body.iter(qn("w:sdt"))
        if any(str(e.tag).endswith("}checkbox") for e in control.iter())
    ]
    names = [control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}") for control in boxes]
    assert [name.get(qn("w:val")) for name in names if name is not None] == [
        "Agreed",
        "Not agreed",
        "To be discussed",
    ]
    assert {"".join(str(t.text) for t in box.iter(qn("w:t"))) for box in boxes} == {"☐"}


def test_what_only_a_person_knows_can_be_given(
    records: Records, opened: Opened, words: Callable[[Document], str]
) -> None:
    """The options stand where the places to fill in were, as they are typed on a command line."""
    note = opened(
        records["kst-32123-X-124"],
        reporter="word",
        recipient="de minister",
        sender="Directie Veiligheidsbeleid",
        date="2011-01-10",
        reference="DVB-2011/3",
        deadline="2011-01-12",
        deadline_reason="debat van 13 januari",
        annexes="Brief van 29 april 2010; Motie, nr. 84",
        advice="Kennisnemen van de stand van zaken, en instemmen met het antwoord.",
        political_context="De motie kwam van twee partijen.\n\nZij is niet in stemming gebracht.",
        not_public="Geen.",
    )
    shown = words(note).splitlines()
    assert "Aan\tde minister" in shown
    assert "Van\tDirectie Veiligheidsbeleid" in shown
    assert "Datum\t10 januari 2011" in shown
    assert "Kenmerk\tDVB-2011/3" in shown
    assert "Besluit nodig op\t12 januari 2011 (debat van 13 januari)" in shown
    assert "Kennisnemen van de stand van zaken, en instemmen met het antwoord." in shown
    assert "De motie kwam van twee partijen." in shown
    assert "Zij is niet in stemming gebracht." in shown
    assert "Bijlagen\tBrief van 29 april 2010" in shown
    assert "Motie, nr. 84" in shown
    assert controls(note) == ["Vul in: opmerking"]


def test_the_controls_stand_in_a_template_too(
    records: Records, opened: Opened, tmp_path: Path
) -> None:
    """In a house style of one's own there are the same places to fill in, and the same boxes."""
    template = tmp_path / "huisstijl.docx"
    docx.Document().save(str(template))
    letter = records["kst-32123-X-124"]

    own = opened(letter, reporter="word", template=str(template), sections="risks")
    built_in = opened(letter, reporter="word", sections="risks")

    assert controls(own) == controls(built_in)
    asked = "Vul in: welke risico’s aan het besluit verbonden zijn, en wat daaraan wordt gedaan"
    assert asked in controls(own)
    assert len(list(own.element.body.iter(qn("w:sdt")))) == len(controls(own)) + 3


def test_a_note_of_a_day_before_its_commitments_says_that_they_are_left_out(
    records: Records, opened: Opened, words: Callable[[Document], str]
) -> None:
    """No table stands empty, and nothing is said of an implementation that nobody promised yet."""
    note = opened(records["kst-32123-X-124"], "nl", dt.date(2010, 1, 1), reporter="word")
    shown = words(note)
    assert "Zeven toezeggingen van na 1\u00a0januari 2010 zijn buiten beschouwing gelaten." in shown
    assert "Er zijn geen toezeggingen" not in shown
    assert "Over de uitvoering van deze toezeggingen" not in shown


def test_references_to_several_sources_stand_in_one_pair_of_brackets(
    records: Records, opened: Opened, words: Callable[[Document], str]
) -> None:
    """Three in a row are the first and the last; each leads to a bookmark that is there."""
    note = opened(records["kst-32123-X-124"], reporter="word")
    shown = words(note)

    assert "zonder afzonderlijk antwoord).\u00a0[2-7]" in shown
    assert "binnen bestaande SSR-programma’s).\u00a0[4-7,9-11]" in shown
    assert "[1,2,4,8]\u00a0alinea\u00a01" in shown
    body = note.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {f"ssrpolicy_source_{number}" for number in range(1, 21)} <= marks
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None} <= marks
