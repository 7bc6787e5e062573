"""Statuses are accepted as reports print them, and in other words in use."""

import pytest

from merging.printed.entered import entered
from ssrpolicy import ClaimedStatus, EvidenceStatus, Language
from ssrpolicy.model import LANGUAGES
from ssrpolicy.testing import small_record
from ssrpolicy.views import label
from ssrpolicy.views.language import capital
from tables import each_case


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_status_is_accepted(language: Language, typed_in: Language) -> None:
    """As a label, as the overview of changes says it, and by its key."""
    record = small_record()
    for claimed in ClaimedStatus:
        words = label(claimed, language)
        said = label("changes.claimed_first", language, now=words)
        for text in (words, capital(words), words.upper(), said, claimed.value):
            plan = entered(record, typed_in, claimed=text)
            assert plan.refusals == (), text
            assert [e.entered.claimed for e in plan.edits] in ([claimed], []), text
    for evidence in (EvidenceStatus.NONE_FOUND, EvidenceStatus.NOT_ASSESSED):
        words = label(evidence, language)
        for printed in (words, label("changes.evidence_first", language, now=words)):
            plan = entered(record, typed_in, evidence=printed)
            assert [e.entered.evidence for e in plan.edits] in ([evidence], []), text


@each_case(
    "text, claimed",
    [
        ("Afgedaan", "fulfilled"),
        ("nagekomen", "fulfilled"),
        ("Nog niet begonnen", "open"),
        ("Openstaand", "open"),
        ("vervallen", "not_pursued"),
        ("under way", "in_progress"),
        ("handed over", "transferred"),
        ("klaar", "fulfilled"),
        ("loopt", "in_progress"),
        ("niet gestart", "open"),
        ("deels", "partly_fulfilled"),
        ("geannuleerd", "not_pursued"),
        ("ingetrokken", "not_pursued"),
        ("Cancelled", "not_pursued"),
        ("gaat niet door", "not_pursued"),
        ("deels uitgevoerd", "partly_fulfilled"),
        ("wordt uitgevoerd", "in_progress"),
        ("bijna klaar", "in_progress"),
    ],
)
def test_other_words_in_use_stand_for_a_status(text: str, claimed: str) -> None:
    """Those of the annex, of the House's register and of offices."""
    plan = entered(small_record(), "nl", claimed=text)
    assert [e.entered.claimed for e in plan.edits] in ([ClaimedStatus(claimed)], [])
    assert plan.refusals == ()


@each_case(
    "text, named",
    [
        ("Afgehandeld", "Voldaan, Niet voortgezet, Overgedragen"),
        ("in hand", "Onbekend, Nog niet begonnen, In uitvoering, Deels voldaan"),
        ("on hold", "Nog niet begonnen, In uitvoering, Niet voortgezet"),
        ("beëindigd", "Voldaan, Niet voortgezet"),
    ],
)
def test_a_word_for_several_statuses_is_refused_with_all_of_them(text: str, named: str) -> None:
    """The annex calls three of them closed; what is on hold may have begun, or not."""
    (refusal,) = entered(small_record(), "nl", claimed=text).refusals
    assert refusal.hint == f"Choose the one that is meant: {named}."


@each_case(
    "text, meant",
    [("afgerondt", "Voldaan"), ("canceld", "Niet voortgezet"), ("lopt", "In uitvoering")],
)
def test_the_refusal_of_a_misspelt_word_names_the_status_that_it_stands_for(
    text: str, meant: str
) -> None:
    """The words in use are known to it as well as the labels."""
    (refusal,) = entered(small_record(), "nl", claimed=text).refusals
    assert refusal.hint == f"Did you mean {meant}?"


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_reports_say_of_a_term_is_accepted_as_the_status_that_it_says(
    language: Language, typed_in: Language
) -> None:
    """Lists, notes and the page print one word for both: "gemeld als voldaan, niet aangetoond"."""
    record = small_record()
    for schedule in ("said_met", "not_pursued"):
        text = label(f"schedule.{schedule}", language)
        assert entered(record, typed_in, claimed=capital(text)).refusals == (), text
    for schedule in ("met", "met_moved", "met_late"):
        text = label(f"schedule.{schedule}", language)
        (refusal,) = entered(record, typed_in, evidence=text).refusals
        assert "is shown by a document and its words" in refusal.message, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["fulfilled", "partly_fulfilled"])
def test_what_a_note_says_of_a_status_is_accepted(key: str, language: Language) -> None:
    """The whole sentence, which says nothing else."""
    text = label(f"briefing_update.{key}", language)
    (edit,) = entered(small_record(), "nl", claimed=text).edits
    assert edit.entered.claimed == ClaimedStatus(key), text
