"""What two records in fixtures/ promise: the letter is clean, an invented one shows it all."""

import datetime as dt
import hashlib
import re
from pathlib import Path

from ssrpolicy.codec import READING_CODES
from ssrpolicy.evidence.anchoring import AnchorState, anchors
from ssrpolicy.model import (
    Answer,
    Appreciation,
    ClaimedStatus,
    CoverageState,
    DocumentKind,
    Finding,
    PolicyRecord,
    RelationKind,
    Schedule,
    Severity,
)
from ssrpolicy.reporting.portfolio import Portfolio
from ssrpolicy.rules import PORTFOLIO_RULES, RULES
from tables import each_case

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "fixtures" / "records"
LETTER = "kst-32123-X-124"
INVENTED = "lagemeer-2031-7"

SEVERITIES = {
    **{each.code: each.severity for each in READING_CODES},
    **{each.code: each.severity for each in RULES},
    **{each.code: each.severity for each in PORTFOLIO_RULES},
}
GENTLE = sorted(code for code, severity in SEVERITIES.items() if severity is not Severity.ERROR)
"""The codes of the findings that are not errors."""

ELSEWHERE = {
    "derived-differs": "only a JSON record has derived members, and only one changed by hand "
    "has them differ",
    "source-line-ends": "another system changes line ends, and not the record",
    "original-missing": "the texts of the invented record were never read from another file",
    "source-name": "no checkout on Windows would have the record",
    "source-without-date": "the letter of the invented record has a date, which its terms need",
    "source-unnamed": "a command that was stopped leaves it, and not the record",
}
"""Those of them that no record.toml can cause, with the reason."""

EXAMPLE = (
    "Nederland gaf in 2010 een volledig overzicht van zijn inzet (Kamerstuk 32 123 X, nr. 124)."
)


def _findings(portfolio: Portfolio, id: str) -> list[Finding]:
    return [f for f in portfolio.findings if f.subject.partition("#")[0] == id]


def _left_out(record: PolicyRecord) -> set[tuple[str, CoverageState, str]]:
    """The sentences that are not recorded, or in part, each with its document."""
    return {
        (str(each.place.document), each.state, each.text)
        for each in record.coverage()
        if each.state in {CoverageState.UNTOUCHED, CoverageState.PARTLY}
    }


# -- the letter ----------------------------------------------------------------------------------


def test_the_letter_is_the_publishers_to_the_byte() -> None:
    """The source file has the SHA-256 and the size that fixtures/README.md and the record state."""
    data = (RECORDS / LETTER / "sources" / f"{LETTER}.txt").read_bytes()
    digest = "dcf79a86a227a976517b76e55f1d5e7b10acf494cec31ba76235162f2a4bdbd0"

    assert hashlib.sha256(data).hexdigest() == digest
    assert len(data) == 8_945
    readme = (ROOT / "fixtures" / "README.md").read_text("utf-8")
    assert f"sha256  {digest}\n    size    8,945 bytes, UTF-8\n" in readme
    toml = (RECORDS / LETTER / "record.toml").read_text("utf-8")
    assert f'sha256 = "{digest}"' in toml


def test_the_letters_record_has_neither_errors_nor_warnings(portfolio: Portfolio) -> None:
    """What is noted of it is what the letter itself leaves open: whose some commitments are."""
    found = _findings(portfolio, LETTER)

    assert [f for f in found if f.severity is not Severity.NOTE] == []
    assert {f.code for f in found} == {"commitment-without-owner"}


def test_every_sentence_of_the_letter_is_accounted_for(letter_record: PolicyRecord) -> None:
    """No sentence of the letter is left out, in whole or in part, and every quote is verified."""
    assert _left_out(letter_record) == set()
    state_of = anchors(letter_record).of
    quoted = [
        *(quote for request in letter_record.requests for quote in request.quotes),
        *(quote for statement in letter_record.statements for quote in statement.quotes),
    ]
    assert {state_of(quote).state for quote in quoted} == {AnchorState.FOUND}


def test_the_chain_from_the_first_motion_to_the_letter_is_recorded(
    letter_record: PolicyRecord,
) -> None:
    """The motion kst-32123-X-84 came in place of 80, and 124 answers it."""
    numbers = {str(document.number): document for document in letter_record.documents}
    first, amended, letter = (numbers[f"kst-32123-X-{number}"] for number in (80, 84, 124))

    assert first.date == dt.date(2009, 12, 3)
    assert amended.date == dt.date(2009, 12, 8)
    assert letter.date == dt.date(2010, 4, 29)
    assert amended.replaces == first.number
    assert amended.appreciation is Appreciation.UNAVAILABLE_AMENDED
    assert (amended.outcome, amended.votes, amended.text) == (None, None, None)
    asked = {request.id for request in letter_record.requests if request.document == amended.id}
    answered = {d.request for d in letter_record.dispositions if d.document == letter.id}
    assert asked
    assert asked <= answered


# -- the invented record -------------------------------------------------------------------------


def test_the_invented_record_is_visibly_invented(invented: PolicyRecord) -> None:
    """Title, texts, numbers and addresses say so; one real letter is named, and said to be real."""
    assert invented.title is not None
    assert str(invented.title.nl).startswith("Verzonnen: ")
    assert str(invented.title.en).startswith("Invented: ")
    for document in invented.documents:
        if document.id == "dutch-letter":
            assert document.text is None
            continue
        if document.text is not None:
            assert document.text.startswith("VERZONNEN STUK: HET KONINKRIJK LAGEMEER BESTAAT NIET")
        assert document.url is None or document.url.startswith("https://example.org/")
        assert document.number is None or document.number.dossier == "99999"
        assert (document.register_number or "VERZONNEN").startswith("VERZONNEN")


def test_the_invented_record_has_no_errors(portfolio: Portfolio) -> None:
    """It is reported as it stands; neither record stops the other."""
    assert portfolio.errors == ()
    assert len(portfolio.records) == 2


def test_it_tells_the_story_that_reports_need(invented: PolicyRecord) -> None:
    """Two motions, a committee's request, a joint letter, a letter that amends another."""
    kinds = [document.kind for document in invented.documents]
    later = [invented.statement(id) for id in ("trainers-later", "ceiling-lifted")]
    first = invented.source_document

    assert kinds.count(DocumentKind.MOTION) == 2
    assert kinds.count(DocumentKind.REQUEST) == 1
    assert first.on_behalf_of == ("minister-lm-kustwacht", "minister-lm-recht")
    assert {statement.document for statement in later} == {"second-letter"}
    assert invented.document("second-letter").authors != first.authors
    assert {r.kind for s in later for r in s.relations} == {
        RelationKind.SUPERSEDES,
        RelationKind.AMENDS,
    }
    assert len({party for s in invented.statements for party in s.owners}) >= 4
    assert max(len(s.owners) for s in invented.statements) == 2
    days = [update.date for update in invented.updates]
    assert 2 * 365 < (max(days) - min(days)).days < 3 * 365


def test_a_term_is_moved_to_a_date_and_one_to_no_date(
    invented: PolicyRecord, invented_as_of: dt.date
) -> None:
    """The trainers come within a moved term; the inspection has no date left, and is late.

    Within a moved term is not in time, and a move to no date does not escape "overdue".
    """
    trainers = invented.progress("send-trainers", as_of=invented_as_of)
    inspection = invented.progress("port-inspection", as_of=invented_as_of)

    assert (trainers.first_due, trainers.due) == (dt.date(2031, 10, 1), dt.date(2032, 4, 1))
    assert (trainers.first_schedule, trainers.schedule) == (Schedule.MET_LATE, Schedule.MET_MOVED)
    assert inspection.timeframe is not None
    assert inspection.timeframe.date is None
    assert (inspection.moves, inspection.schedule) == (1, Schedule.OVERDUE)


def test_a_refusal_rests_on_a_claim_that_the_audit_contradicts(
    invented: PolicyRecord, invented_as_of: dt.date
) -> None:
    """More guards are declined because the capacity sufficed, and two years later it did not."""
    (refusal,) = invented.answers("more-guards")

    assert refusal.answer is Answer.DECLINED
    assert [s.id for s in invented.contradicted(refusal, as_of=invented_as_of)] == [
        "capacity-sufficed"
    ]
    assert invented.contradicted(refusal, as_of=dt.date(2033, 11, 13)) == ()


def test_a_commitment_is_handed_over_and_one_is_dropped(
    invented: PolicyRecord, invented_as_of: dt.date
) -> None:
    """The judges go to the new ministry, whose they are since; the control room is given up."""
    judges = invented.progress("judges", as_of=invented_as_of)

    assert judges.claimed is ClaimedStatus.TRANSFERRED
    assert judges.owners == ("lm-rechtspraak",)
    assert invented.statement("judges").owners == ("lm-recht",)
    control_room = invented.progress("control-room", as_of=invented_as_of)
    assert control_room.claimed is ClaimedStatus.NOT_PURSUED


def test_quantities_have_every_bound(invented: PolicyRecord) -> None:
    """A range, a ceiling, a floor, an estimate and an exact number are all there."""
    bounds = {
        tuple(name for name in ("exactly", "about", "at_least", "at_most") if getattr(q, name))
        for statement in invented.statements
        for q in statement.quantities
    }

    assert bounds == {
        ("exactly",),
        ("about",),
        ("at_least",),
        ("at_most",),
        ("at_least", "at_most"),
    }


def test_what_is_overdue_and_due_soon_makes_sense(
    invented: PolicyRecord, invented_as_of: dt.date
) -> None:
    """Four terms have passed without what they are for, and the yearly account is due in a month.

    The mistakes of the hasty part make nothing overdue.
    """
    overdue = {
        s.id: invented.progress(s.id, as_of=invented_as_of).due
        for s in invented.overdue(as_of=invented_as_of)
    }

    assert overdue == {
        "border-act": dt.date(2032, 12, 31),
        "port-inspection": dt.date(2032, 12, 31),
        "patrol-teams": dt.date(2033, 12, 31),
        "interpreters": dt.date(2031, 12, 31),
    }
    assert [s.id for s in invented.due_within(30, as_of=invented_as_of)] == ["yearly-report"]


# -- every finding -------------------------------------------------------------------------------


@each_case("code", [code for code in GENTLE if code not in ELSEWHERE])
def test_each_finding_that_is_no_error_is_made(portfolio: Portfolio, code: str) -> None:
    """A warning or a note of each code is about the invented record, at its place in the file."""
    made = [finding for finding in _findings(portfolio, INVENTED) if finding.code == code]

    assert made
    for finding in made:
        assert finding.location.file == str(RECORDS / INVENTED / "record.toml")
        assert finding.location.line is not None


def test_no_finding_is_excused_without_need(portfolio: Portfolio) -> None:
    """A code that is left out is not an error, and the record indeed does not cause it."""
    made = {finding.code for finding in portfolio.findings}

    assert sorted(set(ELSEWHERE) - set(GENTLE)) == []
    assert sorted(made & set(ELSEWHERE)) == []


def test_each_finding_is_told_beside_what_causes_it(portfolio: Portfolio) -> None:
    """A comment of the record names each finding that it causes, and none that it does not."""
    toml = (RECORDS / INVENTED / "record.toml").read_text("utf-8")
    comments = " ".join(re.findall(r"^# ?(.*)$", toml, re.MULTILINE))
    told = {
        code
        for listed in re.findall(r"\(([a-z, -]+)\)", comments)
        for code in listed.split(", ")
        if "-" in code
    }

    assert told == {finding.code for finding in _findings(portfolio, INVENTED)}


# -- coverage ------------------------------------------------------------------------------------


def test_what_is_recorded_with_care_leaves_no_sentence_out(invented: PolicyRecord) -> None:
    """Every sentence is quoted or set aside, but for those that the hasty recorder passed over."""
    assert _left_out(invented) == {
        ("questions", CoverageState.UNTOUCHED, "Wie levert de radar?"),
        ("questions", CoverageState.UNTOUCHED, EXAMPLE),
        ("hasty-letter", CoverageState.PARTLY, "Per post zijn ten hoogste acht waarnemers nodig."),
        (
            "hasty-letter",
            CoverageState.UNTOUCHED,
            "Over de leverancier van de radar ontvangt uw Raad voor de zomer van 2034 bericht.",
        ),
    }
