"""``ssrpolicy review``: what was proposed, accepted, edited or rejected by a person."""

import datetime as dt
import shlex
from pathlib import Path
from typing import Any

import click

from ssrpolicy import drafting
from ssrpolicy.cli.add.entries import print_remarks
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.drafts.left import print_without_proposal
from ssrpolicy.cli.drafts.proposals import Proposals
from ssrpolicy.cli.drafts.session import Session
from ssrpolicy.cli.drafts.shown import kind_label, print_accepted
from ssrpolicy.cli.parameters import (
    WHO,
    day_meant,
    example,
    judge_changes_by_plugins,
    path_argument,
    plugins_dir_option,
    say_today,
)
from ssrpolicy.cli.values import DATE, Parsed, known_word
from ssrpolicy.editing import RecordChange, record_to_edit
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import DRAFTED_KINDS, Confidence, Draft, Proposal
from ssrpolicy.views.language import label

_IDS = "The id of a proposal; may be given several times."
_SURE = known_word(Confidence, labels=Confidence)
_ALL = "all"


def _sure_or_all(text: str) -> str:
    if text.casefold() in {_ALL, "alle", "alles"}:
        return _ALL
    try:
        return str(_SURE.read(text))
    except ValueError as error:
        raise ValueError(_("{wrong} Or all, for every open proposal.", wrong=error)) from error


_SURE_OR_ALL = Parsed(_SURE.name, _sure_or_all, _SURE.words, Confidence)


@click.command(
    "review",
    epilog=example(
        "ssrpolicy review kst-32123-X-124 --by jansen",
        "ssrpolicy review kst-32123-X-124 --by jansen --accept-all sure",
    ),
)
@path_argument
@click.option("--by", required=True, type=WHO, metavar="NAME",
              help="Who decides: a party's id, or a name.")  # fmt: skip
@click.option("--date", type=DATE, metavar="DATE", help="The day of it; today if left out.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND",
              type=known_word(DRAFTED_KINDS, labels="proposal"),
              help="Only proposals of this kind, such as commitment or set_aside; may be "
              "given several times.")  # fmt: skip
@click.option("--confidence", "confidences", multiple=True, type=_SURE, metavar="WORD",
              help="Only proposals of this confidence: {words}; may be given several "
              "times.")  # fmt: skip
@click.option("--accept", "accepted", multiple=True, metavar="ID", help=f"Accept. {_IDS}")
@click.option("--reject", "rejected", multiple=True, metavar="ID", help=f"Reject. {_IDS}")
@click.option("--reason", metavar="TEXT", help="Why, with --reject.")
@click.option("--withdraw", "withdrawn", multiple=True, metavar="ID",
              help="Withdraw a decision, so that the proposal is made again.")  # fmt: skip
@click.option("--accept-all", multiple=True, type=_SURE_OR_ALL, metavar="WORD",
              help="Accept every open proposal of this confidence and no other, of --kind if "
              "given: {words}, or all of whatever confidence; may be given several "
              "times.")  # fmt: skip
@plugins_dir_option
def command(
    path: Path,
    by: str,
    date: dt.date | None,
    kinds: tuple[str, ...],
    confidences: tuple[str, ...],
    accepted: tuple[str, ...],
    rejected: tuple[str, ...],
    reason: str | None,
    withdrawn: tuple[str, ...],
    accept_all: tuple[str, ...],
) -> None:
    """Decide about what was proposed for the record at PATH, one proposal after the other.

    Each is shown in its context, with its reason. A key decides: a accepts, r rejects, s skips, b
    goes back, g goes to a number or to words, u undoes, l lists all of the same kind that are as
    sure and accepts those that you do not leave out, q stops. Other keys correct one field first:
    kind, firmness, owner, term, ...; e opens the whole entry in the editor that EDITOR names. What
    a proposal requires is accepted with it. Each decision is written at once, to record.toml and
    decisions.toml together, and `ssrpolicy undo` undoes the last. With --accept, --reject,
    --withdraw or --accept-all nothing is asked, and what they accept and reject is one change.
    """
    _check_options(accepted, rejected, reason)
    judge_changes_by_plugins(click.get_current_context())
    record = record_to_edit(path)
    day = day_meant(date)
    if withdrawn:
        drafting.withdraw(path, withdrawn, by=by, date=day)
        date = _day_reported(date, day)
        for id in withdrawn:
            print_line(_("Withdrawn: the decision about {id}.", id=id))
    if withdrawn and not (accepted or rejected or accept_all):
        return
    draft = drafting.saved_draft(path, record)
    undecided = drafting.undecided(draft, record, drafting.decisions(path))
    included = [
        each
        for each in undecided
        if (not kinds or each.kind in kinds)
        and (not confidences or str(each.confidence) in confidences)
    ]
    if not (accepted or rejected or accept_all):
        date = _day_reported(date, day)
        proposals = Proposals(path=path, draft=draft, listed=_in_order(included, draft))
        Session(path=path, by=by, date=day, proposals=proposals).run()
        return
    several = [
        each.id
        for each in included
        if {str(each.confidence), _ALL} & set(accept_all) and each.id not in rejected
    ]
    if accepted or rejected or several:
        taken: dict[str, dict[str, Any]] = {id: {} for id in (*accepted, *several)}
        refused = dict.fromkeys(rejected, reason)
        change = drafting.decide(path, taken, refused, by=by, date=day)
        _day_reported(date, day)
        _print_decided(change, rejected)
    if accept_all and not several:
        _print_none(accept_all, kinds)
    _print_what_remains(path, draft)


def _print_decided(change: RecordChange, rejected: tuple[str, ...]) -> None:
    if rejected:
        print_line(_("Rejected: {ids}.", ids=", ".join(rejected)))
    if change.entries or not rejected:
        print_accepted(change)
        print_remarks(change)


def _print_none(confidences: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    """Print that no open proposal is as sure as --accept-all asks."""
    if _ALL in confidences:
        print_line(_("No proposal that is meant is open; none was accepted."))
        return
    sure = ", ".join(label(Confidence(each), message_language()) for each in confidences)
    of_kind = ", ".join(map(kind_label, kinds))
    print_line(
        _("No open proposal of kind {kind} is {sure}; none was accepted.", kind=of_kind, sure=sure)
        if kinds
        else _("No open proposal is {sure}; none was accepted.", sure=sure)
    )


def _check_options(
    accepted: tuple[str, ...], rejected: tuple[str, ...], reason: str | None
) -> None:
    if reason is not None and not rejected:
        raise click.UsageError(_("--reason is the reason of --reject, which is not given."))
    for id in accepted:
        if id in rejected:
            raise click.UsageError(_("{id} is both accepted and rejected.", id=id))


def _print_what_remains(path: Path, draft: Draft) -> None:
    """Print the sentences that are not recorded, where nothing is left to decide about."""
    record = record_to_edit(path)
    if not drafting.undecided(draft, record, drafting.decisions(path)):
        print_without_proposal(record, shlex.quote(str(path)))


def _in_order(proposals: list[Proposal], draft: Draft) -> list[Proposal]:
    """Return proposals as they stand in the letter, each after those that it requires."""
    asked = {each.id for each in proposals}
    chains = (each for proposal in proposals for each in draft.chain(proposal))
    return list({each.id: each for each in chains if each.id in asked}.values())


def _day_reported(date: dt.date | None, day: dt.date) -> dt.date:
    """Return the day given, or today; today is reported once, as it was not given."""
    say_today(date, day, _("Dated today, {day}."))
    return day
