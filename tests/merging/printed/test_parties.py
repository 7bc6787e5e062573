"""Parties are accepted by every name that a report prints, and nobody in words."""

import attrs
import pytest

from merging.printed.entered import DAY, entered
from ssrpolicy import Language, LocalText, Party, PolicyRecord
from ssrpolicy.model import LANGUAGES
from ssrpolicy.testing import small_record
from ssrpolicy.views.language import capital
from ssrpolicy.views.notes.frame import parts_of
from tables import each_case

RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_name_of_a_party_is_accepted(
    name: str, language: Language, typed_in: Language, read: dict[str, PolicyRecord]
) -> None:
    """With its article, with its abbreviation, alone and in a list."""
    record = read[name]
    (part,) = parts_of([record], as_of=DAY, language=language)
    used = {
        *(id for s in record.statements for id in (*s.owners, *s.partners)),
        *(id for d in record.documents for id in d.authors),
        *(party.id for party in record.parties),
    }
    for id in sorted(used):
        aliases = next((p.aliases for p in record.parties if p.id == id), ())
        for text in (
            id,
            part.party(id),
            capital(part.party(id)),
            part.party_in_full(id),
            part.party_with_article(id),
            capital(part.party_with_article(id)),
            *aliases,
        ):
            plan = entered(record, typed_in, owners=text)
            assert plan.refusals == (), text
            assert [edit.entered.owners for edit in plan.edits] in ([(id,)], []), text
    both = tuple(sorted(used)[:2])
    for listed in (
        part.listing([part.party(id) for id in both]),
        part.names_with_articles(both),
        part.parties_in_full(both),
        part.owners(both),
    ):
        plan = entered(record, typed_in, owners=listed)
        assert plan.refusals == (), listed
        assert [set(edit.entered.owners) for edit in plan.edits] == [set(both)], listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_that_are_drawn_together_are_told_apart(
    language: Language, read: dict[str, PolicyRecord]
) -> None:
    """As the annex names those who moved a motion: "de leden Peters en Knops"."""
    record = read["kst-32123-X-124"]
    (part,) = parts_of([record], as_of=DAY, language=language)
    movers = record.document("motion").authors
    plan = entered(record, "nl", owners=part.movers(movers))
    assert [edit.entered.owners for edit in plan.edits] == [movers]


def test_an_instrument_stands_for_the_party_that_it_is(read: dict[str, PolicyRecord]) -> None:
    """The Stability Fund, in either language."""
    for record in read.values():
        for instrument in record.instruments:
            if instrument.party is None:
                continue
            for language in LANGUAGES:
                plan = entered(record, language, owners=instrument.name.text(language))
                assert plan.refusals == ()
                found = [edit.entered.owners for edit in plan.edits]
                assert found in ([(instrument.party,)], [])


def test_of_two_parties_of_one_name_both_are_named() -> None:
    """It cannot be said which is meant."""
    small = small_record()
    twins = [Party(id=id, name=LocalText(nl="Raad van Vuur")) for id in ("raad-a", "raad-b")]
    record = attrs.evolve(small, parties=(*small.parties, *twins))
    (refusal,) = entered(record, "nl", owners="de Raad van Vuur").refusals
    assert refusal.hint == "Type the id of the one that is meant: raad-a, raad-b."


def test_the_record_s_own_parties_come_first_where_a_name_is_unknown(
    read: dict[str, PolicyRecord],
) -> None:
    """There are many ministries in the built-in list, and some are like anything."""
    (refusal,) = entered(read["lagemeer-2031-7"], "nl", owners="Ministerie van Kustwach").refusals
    assert (refusal.hint or "").startswith("Did you mean Ministerie van Kustwacht van Lagemeer")


@each_case("text", ["niemand", "Nobody", "-", "geen", "none", "Niet genoemd"])
@each_case("language", LANGUAGES)
def test_that_nobody_is_responsible_is_entered_in_words(text: str, language: Language) -> None:
    """As reports print it."""
    record = small_record()
    assert [e.entered.owners for e in entered(record, language, owners=text).edits] == [()]


def test_an_emptied_owner_is_asked_about() -> None:
    """It says as little as an emptied status."""
    (refusal,) = entered(small_record(), "nl", owners=None).refusals
    assert refusal.message.endswith(
        "The cell was emptied, and who is responsible does not end by that."
    )
    assert refusal.hint == "Put the names back; or type niemand if nobody is responsible any more."


@each_case(
    "text, id",
    [
        ("MinDef", "nl-defensie"),
        ("min. Def", "nl-defensie"),
        ("MinBuZa", "nl-bz"),
        ("Min. BZK", "nl-bzk"),
        ("MinFin", "nl-fin"),
        ("minister BZK", "minister-bzk"),
        ("minister Defensie", "minister-defensie"),
        ("de minister van Def", "minister-defensie"),
        ("Minister BuZa", "minister-bz"),
        ("Stas BZK", "staatssecretaris-bzk"),
        ("stas. van BZK", "staatssecretaris-bzk"),
        ("staatssecretaris BZK", "staatssecretaris-bzk"),
        ("Stas Binnenlandse Zaken en Koninkrijksrelaties", "staatssecretaris-bzk"),
    ],
)
def test_the_short_form_of_an_office_is_accepted(text: str, id: str) -> None:
    """As civil servants write ministries, ministers and state secretaries among themselves."""
    plan = entered(small_record(), "nl", owners=text)
    assert plan.refusals == ()
    assert [edit.entered.owners for edit in plan.edits] == [(id,)]


@each_case(
    "text, said",
    [
        ("BuZa", "Did you mean Ministerie van Buitenlandse Zaken"),
        ("DG Havens", "Type a name from the list of codes; or add the party first"),
        ("stas. van EZ", "Type the id of the one that is meant: staatssecretaris-ez,"),
    ],
)
def test_a_short_form_that_may_be_another_is_asked_about(text: str, said: str) -> None:
    """Of one ministry by several names the id says which."""
    (refusal,) = entered(small_record(), "nl", owners=text).refusals
    assert str(refusal.hint).startswith(said), refusal
