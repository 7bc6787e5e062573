"""Records of written questions and of their answers."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy import Commitment, Course, Firmness, LocalText, Party, Passage, PolicyRecord
from views.written_questions.answers import QUESTION, RECORD

TEXT = f"Vraag 1\n{QUESTION}\n\nAntwoord\nEr werken twaalf opleiders in Veldonië.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The record on disk."""
    made = tmp_path / "vragen-veldonie"
    (made / "sources").mkdir(parents=True)
    (made / "record.toml").write_text(RECORD, encoding="utf-8")
    (made / "sources" / "answers.txt").write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def record(folder: Path) -> PolicyRecord:
    """The record: a question with its answer, and a request of a motion."""
    return ssrpolicy.load(folder)


@pytest.fixture
def reply(record: PolicyRecord) -> PolicyRecord:
    """The same without the motion: nothing but questions, in Dutch, and who answered."""
    minister = Party(id="minister", name=LocalText(nl="minister van Buitenlandse Betrekkingen"))
    answers = attrs.evolve(
        record.document("answers"),
        authors=("minister",),
        title=LocalText(nl="Antwoorden op vragen over de opleiders"),
    )
    report = Commitment(
        id="inform",
        summary=LocalText(nl="De minister informeert de Kamer over de opleiders."),
        firmness=Firmness.FIRM,
        course=Course.ONCE,
        cue="werken",
        owners=("minister",),
        quotes=(Passage(document="answers", quote="Er werken twaalf opleiders in Veldonië."),),
    )
    return attrs.evolve(
        record,
        documents=(answers,),
        requests=record.requests[:1],
        statements=(report,),
        parties=(minister,),
    )


@pytest.fixture
def asked(reply: PolicyRecord) -> PolicyRecord:
    """The reply with the questions as a paper of their own, which has two members as authors."""
    members = tuple(
        Party(
            id=name.lower(), name=LocalText(nl=f"het lid {name}", en=f"{name}, Member of the House")
        )
        for name in ("Peters", "Jansen")
    )
    questions = attrs.evolve(
        reply.documents[0],
        id="questions",
        date=dt.date(2024, 2, 1),
        authors=("peters", "jansen"),
        title=None,
        text=None,
        file=None,
    )
    return attrs.evolve(
        reply,
        documents=(*reply.documents, questions),
        parties=(*reply.parties, *members),
        statements=(),
    )
