"""What a dossier says of the papers of a record: from whom, who moved them, the outcome."""

import attrs

from notes_read import AS_OF, INVENTED_AS_OF, under
from ssrpolicy import LocalText, PolicyRecord
from ssrpolicy.model import Document, DocumentKind, PaperNumber
from ssrpolicy.views import briefing, dossier


def test_the_occasion_says_who_moved_what_and_when(record: PolicyRecord) -> None:
    """The motion's movers and what it replaced are told; its outcome is said not to be known."""
    assert under(dossier([record], as_of=AS_OF, language="nl"), "Aanleiding") == [
        (
            "Het onderwerp is de brief van 29 april 2010 (Kamerstukken II 2009/10, 32123-X, "
            "nr. 124). De brief is afkomstig van de minister van Buitenlandse Zaken en gericht aan "
            "de Voorzitter van de Tweede Kamer der Staten-Generaal. Daarin wordt gereageerd op de "
            "motie van 8 december 2009 (Kamerstukken II 2009/10, 32123-X, nr. 84)."
        ),
        (
            "De motie van 8 december 2009 is ingediend door de leden Peters en Knops. Deze motie "
            "kwam in de plaats van de motie van 3 december 2009 (Kamerstukken II 2009/10, 32123-X, "
            "nr. 80). De uitslag van de stemming over deze motie is niet vastgelegd. "
            "Kabinetsappreciatie: niet beschikbaar bij gewijzigde moties en/of amendementen."
        ),
    ]


def test_the_occasion_gives_the_outcome_with_the_votes(invented: PolicyRecord) -> None:
    """Adopted with how many votes, and what the cabinet thought of it, where that is recorded."""
    occasion = under(dossier([invented], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
    assert occasion[1] == (
        "De motie van 14 januari 2031 is ingediend door de leden Terpstra en Van Wierden. Deze "
        "motie is aangenomen (41 stemmen voor en 34 tegen). Kabinetsappreciatie: oordeel "
        "Kamer."
    )
    assert "mede namens de minister van Kustwacht van Lagemeer en de minister van" in occasion[0]


def test_several_questions_are_spoken_of_in_the_plural(invented: PolicyRecord) -> None:
    """A paper that asks four things holds questions, not a question."""
    occasion = under(dossier([invented], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
    assert occasion[-1] == (
        "De vragen van 30 mei 2033 zijn gesteld door het lid Peters van de Raad der Provinciën."
    )


def test_a_paper_of_which_nothing_is_known_is_said_not_to_be_recorded(
    invented: PolicyRecord,
) -> None:
    """Its kind alone, "The document.", would be a sentence that says nothing."""
    asked = invented.requests[-1].document
    unknown = Document(id=asked, kind=DocumentKind.OTHER)
    documents = [unknown if each.id == asked else each for each in invented.documents]
    changed = attrs.evolve(invented, documents=tuple(documents))

    occasion = under(dossier([changed], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")

    assert occasion[-1] == "Van vier verzoeken is het stuk niet vastgelegd."


def test_members_of_the_house_are_drawn_together(record: PolicyRecord) -> None:
    """Two members are named as such once."""
    occasion = under(dossier([record], as_of=AS_OF, language="en"), "Background")
    assert occasion[1].startswith(
        "The motion of 8 December 2009 was tabled by MPs Peters and Knops. "
    )


def test_a_paper_called_by_its_title_bears_it_without_a_mark(record: PolicyRecord) -> None:
    """Between the quotation marks stands the title and nothing else, in whatever language."""
    motion = attrs.evolve(
        record.document("motion"),
        date=None,
        number=None,
        register_number=None,
        title=LocalText(nl="Motie-Peters/Knops"),
    )
    documents = [motion if each.id == "motion" else each for each in record.documents]
    other = attrs.evolve(record, documents=tuple(documents))
    occasion = under(dossier([other], as_of=AS_OF, language="en"), "Background")
    assert "It responds to the motion (“Motie-Peters/Knops”)." in occasion[0]


def test_a_paper_with_questions_and_their_answers_is_a_reply(record: PolicyRecord) -> None:
    """Whoever signs it answers, and asked nothing; each answer is that of the reply."""
    source = next(each for each in record.documents if each.id == record.source)
    reply = attrs.evolve(source, kind=DocumentKind.QUESTION)
    documents = tuple(reply if each is source else each for each in record.documents)
    view = dossier([attrs.evolve(record, documents=documents)], as_of=AS_OF, language="nl")
    said = " ".join(under(view, "Aanleiding"))

    assert said.startswith("Het onderwerp is de beantwoording van 29 april 2010 (Kamerstukken II")
    assert "De beantwoording is afkomstig van de minister van Buitenlandse Zaken" in said
    assert "gesteld door" not in said


def test_a_motion_of_which_only_the_number_is_known_is_named(record: PolicyRecord) -> None:
    """Its outcome is said not to be known of the motion that is meant."""
    bare = [
        attrs.evolve(each, authors=(), date=None, replaces=None)
        if each.kind is DocumentKind.MOTION
        else each
        for each in record.documents
    ]
    changed = attrs.evolve(record, documents=tuple(bare))
    said = " ".join(under(dossier([changed], as_of=AS_OF, language="en"), "Background"))

    assert "The outcome of the vote on the motion (Parliamentary Papers II 2009/10" in said


def test_a_paper_of_which_only_the_number_is_known_is_named_in_a_sentence(
    invented: PolicyRecord,
) -> None:
    """A note introduces what was asked in it; where the papers are listed it needs no more."""
    asked = invented.requests[-1].document
    number = PaperNumber.parse("kst-33000-8")
    for kind, nl, en in (
        ("other", "het document", "the document"),
        ("letter", "de brief", "the letter"),
        ("debate", "het debat", "the debate"),
    ):
        bare = Document(id=asked, kind=DocumentKind(kind), number=number)
        documents = [bare if each.id == asked else each for each in invented.documents]
        changed = attrs.evolve(invented, documents=tuple(documents))

        note = briefing([changed], as_of=INVENTED_AS_OF, language="nl")
        said = under(note, "Verzoeken en antwoorden")
        assert f"In {nl} (Kamerstukken II, 33000, nr. 8) is het volgende gevraagd." in said
        note = briefing([changed], as_of=INVENTED_AS_OF, language="en")
        said = under(note, "Requests and answers")
        assert f"In {en} (Parliamentary Papers II, 33000, no. 8), the following was asked." in said

        occasion = under(dossier([changed], as_of=INVENTED_AS_OF, language="nl"), "Aanleiding")
        assert f"{nl} (Kamerstukken II, 33000, nr. 8)" in occasion[0]
        assert not [each for each in occasion[1:] if "33000" in each]


def test_questions_that_a_minister_signs_are_a_reply(record: PolicyRecord) -> None:
    """Also before any answer is recorded: no minister put them. Of members they are many."""
    source = record.source_document
    bare = attrs.evolve(record, statements=(), dispositions=(), updates=(), instruments=())
    asked = tuple(attrs.evolve(each, document=source.id) for each in record.requests)

    def occasion(authors: tuple[str, ...]) -> str:
        paper = attrs.evolve(source, kind=DocumentKind.QUESTION, authors=authors)
        changed = attrs.evolve(bare, documents=(paper,), requests=asked)
        view = dossier([changed], as_of=AS_OF, language="nl")
        return " ".join(under(view, "Aanleiding"))

    assert occasion(("minister-bz",)).startswith("Het onderwerp is de beantwoording van 29 april")
    assert occasion(()).startswith("Het onderwerp zijn de vragen van 29 april 2010")
