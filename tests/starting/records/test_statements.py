"""What a new record states of its paper, and what it leaves open."""

from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy import codec, rules
from ssrpolicy.errors import InputError
from ssrpolicy.model import DocumentKind, Outcome, PaperNumber
from ssrpolicy.starting import begin_record

Write = Callable[[bytes], Path]


def test_what_a_text_does_not_state_is_left_open(written: Write, tmp_path: Path) -> None:
    """A text without head or signature yields a record with all of that still to be filled in."""
    made = begin_record(written(b"Nederland volgt dit nauwgezet.\r\n"), tmp_path / "new")

    (document,) = codec.read(made.folder).records[0].documents
    assert made.missing == ("number", "date", "authors", "addressee")
    assert (document.number, document.date, document.authors) == (None, None, ())
    assert codec.read(made.folder).record is not None
    assert codec.read(made.folder).records[0].id == "Brief-versie-2"
    assert made.file.read_text("utf-8").count("to be filled in") == 4


def test_a_number_is_taken_as_given(
    written: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number given is the letter's, and names the folder too."""
    monkeypatch.chdir(tmp_path)
    made = begin_record(written(b"Nederland volgt dit."), number="kst-33694-12")

    assert made.folder == Path("kst-33694-12")
    document = codec.read(made.folder).records[0].documents[0]
    assert document.number == PaperNumber.parse("kst-33694-12")


def test_a_printed_number_counts_and_the_name_of_the_file_does_not(tmp_path: Path) -> None:
    """A name that disagrees with the printed number is reported, and nothing is called register."""
    file = tmp_path / "kst-12345-6.txt"
    file.write_text("29 754\nTerrorismebestrijding\n\nNr. 238 BRIEF VAN DE MINISTER VAN DEFENSIE\n")
    made = begin_record(file, tmp_path / "new")

    document = codec.read(made.folder).records[0].documents[0]
    assert (str(document.number), document.from_register) == ("kst-29754-238", ())
    assert made.remarks == (
        "The file is called kst-12345-6, which is not used: the paper's number is kst-29754-238.",
    )


def test_a_name_that_looks_like_a_number_proves_nothing(source: Path, tmp_path: Path) -> None:
    """Where the paper states no number, the file's name is offered, and not used."""
    made = begin_record(source, tmp_path / "new")

    assert codec.read(made.folder).records[0].documents[0].number is None
    assert made.remarks == (
        (
            "The file is called kst-32123-X-124, but the paper does not state that number; "
            'if it is the paper\'s, add number="kst-32123-X-124".'
        ),
    )


def test_functions_that_no_list_has_are_declared(written: Write, tmp_path: Path) -> None:
    """The record declares the state secretary who signs, and the rules find nothing wrong."""
    text = "Mede namens de minister van Defensie.\n\nDe staatssecretaris voor Werk,\nA. Voorbeeld\n"
    made = begin_record(written(text.encode()), tmp_path / "new")

    record = codec.read(made.folder).records[0]
    assert record.documents[0].authors == ("staatssecretaris-werk",)
    assert record.documents[0].on_behalf_of == ("minister-defensie",)
    assert [(party.id, party.name.nl) for party in record.parties] == [
        ("staatssecretaris-werk", "staatssecretaris voor Werk")
    ]
    assert [str(each) for each in rules.findings(record) if each.severity != "note"] == []


def test_a_number_that_is_none_is_told(written: Write, tmp_path: Path) -> None:
    """The reason says what would be a number, and nothing is written."""
    with pytest.raises(
        InputError, match="The number given does not fit: '32123' is not the number"
    ):
        begin_record(written(b"Nederland."), tmp_path / "new", "32123")
    assert not (tmp_path / "new").exists()


def test_a_motion_begins_a_record(written: Write, tmp_path: Path) -> None:
    """It has the kind, movers and the motion in whose place it comes; nothing is wrong with it."""
    text = (
        "36 200 X\nBegroting\n\nNr. 13\nGEWIJZIGDE MOTIE VAN DE LEDEN VOORBEELD EN VAN NAAM\n\n"
        "Ter vervanging van die gedrukt onder nr. 12\n\nVoorgesteld 24 april 2025\n\nDe Kamer,\n\n"
        "verzoekt de regering de Kamer te informeren,\n\nen gaat over tot de orde van de dag.\n"
    )
    made = begin_record(written(text.encode()), tmp_path / "new")

    record = codec.read(made.folder).records[0]
    motion, replaced = record.documents
    assert (motion.id, motion.kind, record.source) == ("motion", DocumentKind.MOTION, "motion")
    assert (str(motion.replaces), str(replaced.number)) == ("kst-36200-X-12", "kst-36200-X-12")
    assert [party.name.nl for party in record.parties] == ["het lid Voorbeeld", "het lid Van Naam"]
    assert made.missing == ()
    assert [str(each) for each in rules.findings(record) if each.severity != "note"] == []


def test_a_reference_is_written_with_its_words(written: Write, tmp_path: Path) -> None:
    """The key holds the reference, its comment the words of the paper."""
    text = "Datum 5 maart 2024\nOns kenmerk BZDOC-123-22\n\nGeachte voorzitter,\n\nGoed.\n"
    made = begin_record(written(text.encode()), tmp_path / "new")

    assert codec.read(made.folder).records[0].documents[0].reference == "BZDOC-123-22"
    assert "# stated: Ons kenmerk BZDOC-123-22" in made.file.read_text("utf-8")


def test_a_paper_never_cites_itself(written: Write, tmp_path: Path) -> None:
    """Its own number in its text is not another paper, whichever number was given."""
    text = (
        "29 754\nTerrorismebestrijding\n\nNr. 238 BRIEF VAN DE MINISTER VAN DEFENSIE\n\n"
        "Zie Kamerstuk 29 754, nr. 238 en de brief van 3 mei (Kamerstuk 29 754, nr. 200).\n"
    )
    made = begin_record(written(text.encode()), tmp_path / "new", "kst-29754-239")

    documents = codec.read(made.folder).records[0].documents
    assert [str(each.number) for each in documents] == ["kst-29754-239", "kst-29754-200"]
    assert documents[1].kind is DocumentKind.LETTER


@pytest.mark.parametrize(
    "text",
    [
        (
            "Sehr geehrter Herr Präsident, im Antrag wird die Regierung aufgefordert, die Fähre "
            "auch nach Mitternacht fahren zu lassen. Ich werde den Bundestag bis zum 1. Juli 2033 "
            "über die Ergebnisse unterrichten."
        ),
        "ستبلغ الحكومة المجلس قبل نهاية العام (Kamerstuk 32 123, nr. 4).",
        "政府将在年底前向议会通报所取得的成果。",
        "Sehr geehrte Damen und Herren, ich werde Ihnen einen Bericht über den Hafen schicken.",
        "Monsieur le Président, je vous enverrai un rapport sur le port avant l'été.",
        "Señor presidente: le enviaré un informe sobre el puerto antes del verano.",
    ],
)
def test_a_text_in_a_third_language_is_remarked(text: str, written: Write, tmp_path: Path) -> None:
    """It is not taken for Dutch in silence, nor where it has few words or none."""
    remark, *_rest = begin_record(written(text.encode()), tmp_path / "new").remarks

    assert remark.startswith("The text reads neither as Dutch nor as English; nl was filled in.")


@pytest.mark.parametrize(
    "text",
    [
        "Geachte heer Le Monnier, ik stuur u een brief over Das Rheingold en La Una.",
        "Dear Mr Della Rovere, I will send you a report on the port.",
        "Ik kom maandag.",
    ],
)
def test_a_short_text_with_foreign_names_is_not_remarked(
    text: str, written: Write, tmp_path: Path
) -> None:
    """Names of another language do not make a letter one of it."""
    remarks = begin_record(written(text.encode()), tmp_path / "new").remarks

    assert not [each for each in remarks if "neither as Dutch" in each]


def test_a_new_record_cites_its_paper_with_the_session_year(tmp_path: Path) -> None:
    """The key stands below the number, with the words in which the head states it."""
    file = tmp_path / "brief.txt"
    file.write_text(
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2026–2027\n\n36 725 Kades\n\n"
        "Nr. 4 BRIEF VAN DE MINISTER VAN FINANCIËN\n",
        encoding="utf-8",
    )
    new = begin_record(file, tmp_path / "record")
    paper = ssrpolicy.load(new.folder).source_document

    assert paper.number is not None
    assert paper.number.display("nl", paper.session_year) == "Kamerstukken II 2026/27, 36725, nr. 4"
    assert "# stated: Vergaderjaar 2026–2027" in new.file.read_text("utf-8")


def test_the_outcome_of_a_motion_has_the_letter_as_its_source(
    written: Write, tmp_path: Path
) -> None:
    """The letter says that it was adopted; the motion itself cannot."""
    said = "Op 2 april aanvaardde uw Kamer de motie De Wit (Kamerstuk 36 725, nr. 29)."
    text = f"Den Haag, 3 mei 2031\n\nGeachte voorzitter,\n\n{said} Ik bericht u daarover.\n"
    made = begin_record(written(text.encode()), tmp_path / "new")
    record = codec.read(made.folder).records[0]
    motion = record.documents[1]

    assert motion.outcome == Outcome.ADOPTED
    assert [(each.facts, each.name) for each in motion.facts_from] == [
        (("outcome",), "brief van 3 mei 2031")
    ]
    assert "fact-without-source" not in {each.code for each in rules.findings(record)}


@pytest.mark.parametrize(
    "dossier, subject, about",
    [
        ("Kades en oevers", "", "Kades en oevers"),
        ("Kades en oevers", "Betreft: Stand van de kades\n\n", None),
        ("Vaststelling van de begrotingsstaat van Havens voor 2031", "", None),
        ("Wijziging van de Havenwet", "", None),
    ],
)
def test_a_record_is_about_its_dossier_where_the_paper_states_no_subject(
    dossier: str, subject: str, about: str | None, written: Write, tmp_path: Path
) -> None:
    """The paper itself gets no title; a budget or a law says not what a paper is about."""
    head = (
        f"36 725 {dossier}\n\nNr. 4 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nDen Haag, 3 mei 2031\n\n"
    )
    text = f"{head}{subject}Geachte voorzitter,\n\nIk bericht u over de kades.\n"
    record = codec.read(begin_record(written(text.encode()), tmp_path / "new").folder).records[0]

    assert (record.title and record.title.text("nl")) == about
    assert (record.documents[0].title is None) == (not subject)


def test_what_kind_of_paper_it_is_is_stated_only_where_it_says_so(
    written: Write, tmp_path: Path
) -> None:
    """What is printed of the source and what stands in the record agree."""
    silent = "Published 10 February 2025\n\nThe government will report on the quays this year.\n"
    made = begin_record(written(silent.encode()), tmp_path / "silent")
    stating = begin_record(written(b"Geachte voorzitter,\n\nIk bericht u.\n"), tmp_path / "said")

    assert "to be checked: not stated" in made.file.read_text("utf-8")
    assert "kind letter" not in made.stated
    assert any("letter was filled in" in each for each in made.remarks)
    assert "kind letter" in stating.stated
    assert not any("was filled in" in each for each in stating.remarks)
