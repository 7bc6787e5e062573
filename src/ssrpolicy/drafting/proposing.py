"""Drafters run on the documents of a record, and what they propose made into one draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ssrpolicy.drafting.places import Known
from ssrpolicy.drafting.verification import Verifying
from ssrpolicy.errors import InputError, PluginError
from ssrpolicy.messages import _, together
from ssrpolicy.model import Decision, Document, Draft, Dropped, PolicyRecord
from ssrpolicy.reporting import OfferedDrafter, option_values


def propose(
    record: PolicyRecord,
    drafters: Sequence[OfferedDrafter],
    decisions: Iterable[Decision] = (),
    options: Mapping[OfferedDrafter, object] | None = None,
) -> Draft:
    """Return what drafters propose for a record, without what it has or somebody decided about.

    ``options`` are values for the options of drafters, as ``option_values`` takes them. A drafter
    that fails is among what was dropped, and the others go on. Raises InputError where no document
    has a text, or one in a language that a drafter reads, OptionError for an option that does not
    fit.
    """
    texts = [each for each in record.documents if each.text is not None]
    if not texts:
        raise InputError(
            _(
                "{record} has no document with a text, from which it could be drafted.",
                record=record.id,
            )
        )
    work = [(d, t) for d in drafters for t in texts if language_of(record, t) in d.languages]
    if not work:
        spoken = sorted({language_of(record, each) for each in texts})
        known = sorted({language for each in drafters for language in each.languages})
        raise InputError(
            _(
                "{record} is in {spoken}; its drafters read {known}.",
                record=record.id,
                spoken=together(spoken),
                known=together(known),
            ),
            hint=_("A plugin can offer a drafter for another language."),
        )
    values = {each: option_values(each, (options or {}).get(each)) for each in drafters}
    verifying = Verifying(record, Known(record, decisions))
    for drafter, document in work:
        try:
            proposed, blamed = drafter.propose(record, document, values[drafter])
        except PluginError as error:
            verifying.dropped.append(
                Dropped(drafter=drafter.name, rule="", kind="", reason=error.message)
            )
            continue
        for sentence in blamed:
            verifying.dropped.append(
                Dropped(drafter=drafter.name, rule="", kind="", reason=sentence)
            )
        verifying.add(drafter.name, proposed)
    return verifying.draft()


def language_of(record: PolicyRecord, document: Document) -> str:
    """Return the language of a document, without its region: of the record where it states none."""
    return (document.language or record.language).partition("-")[0]
