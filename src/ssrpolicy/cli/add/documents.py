"""``ssrpolicy add document``: a paper, with what the head of its text states."""

from pathlib import Path
from typing import Any

import attrs
import click

from ssrpolicy.cli.add.entries import keeping_answers, made, print_added
from ssrpolicy.cli.add.facts import FACTS_FROM
from ssrpolicy.cli.add.options import (
    ask,
    id_option,
    parties,
    several,
    text_options,
    value,
    word_option,
)
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import path_argument, previewed, writing_options
from ssrpolicy.cli.sources import source_to_put
from ssrpolicy.cli.values import DATE, PAPER, WHOLE
from ssrpolicy.codec import NewSource
from ssrpolicy.codelists import codes
from ssrpolicy.editing import append, record_to_edit
from ssrpolicy.messages import _, message_language, together
from ssrpolicy.model import (
    Appreciation,
    Document,
    DocumentKind,
    MetadataSource,
    Outcome,
    Party,
    PolicyRecord,
)
from ssrpolicy.views.language import label


@click.command("document", short_help="Add a paper.")
@path_argument
@id_option("document", "motion-2")
@word_option("--kind", "What it is", DocumentKind, question="What it is")
@value(
    "--file",
    "FILE",
    "The paper: plain text, or a file that an installed reader takes, such as a PDF. It is copied "
    "untouched into the record, with its text. What its head states and no option gives is taken "
    "from there: kind, subject, number, date, reference, authors and addressee.",
    "source",
    type=click.Path(path_type=Path),
)
@value(
    "--number",
    "PAPER",
    "Its paper number, such as kst-32123-X-84, or as it is cited: '32 123 X, nr. 84'.",
    type=PAPER,
)
@value("--reference", "WORDS", "What its sender files it under (its kenmerk).")
@value("--register-number", "NUMBER", "Its number in the register, such as 2009Z23838.")
@text_options("title", "Its title")
@value("--date", "DATE", "Its date, such as 2010-04-29.", type=DATE)
@value("--session-year", "YEARS", "The session year, such as 2009-2010.")
@parties("--author", "authors", "Who wrote it: the id or name of a party, such as minister-bz")
@parties("--on-behalf-of", "on_behalf_of", "On whose behalf too: the id or name of a party")
@value("--addressee", "PARTY", "To whom it is addressed: a party's id or name.")
@value("--url", "ADDRESS", "Its public address, where that does not follow from the number.")
@value("--language", "TAG", "The language of its text, such as nl.")
@click.option(
    "--from-register",
    "metadata_from",
    flag_value=MetadataSource.REGISTER,
    type=MetadataSource,
    help="These facts come from the register of the House, not from the paper.",
)
@several(
    "--facts-from",
    "facts_from",
    "Where facts come from that neither paper nor register gives, such as "
    "'outcome,votes=Proceedings of 20 April 2010, https://...'",
    metavar="FACTS=PLACE",
    of=FACTS_FROM,
)
@value("--replaces", "PAPER", "The paper in whose place it came.", type=PAPER)
@word_option("--outcome", "What the House decided on a motion", Outcome)
@value("--votes", "FOR AGAINST", "The votes, such as: --votes 76 74.", type=(WHOLE, WHOLE))
@word_option("--appreciation", "The cabinet's advice on a motion", Appreciation)
@writing_options
def add_document(path: Path, source: Path | None, **given: Any) -> None:
    """Add a paper to the record at PATH, with its text if there is one."""
    record = record_to_edit(path)
    lacking: tuple[Party, ...] = ()
    put: Path | NewSource | None = None
    if source is not None:
        new, put = source_to_put(source, path)
        for remark in new.remarks:
            print_line(_("Note: {remark}", remark=remark))
        # What comes from the register is not looked for in the paper.
        if given["metadata_from"] is None:
            lacking = _from_head(record, new, given)
    # The parties that the paper names are added in the same write.
    ask(attrs.evolve(record, parties=(*record.parties, *lacking)), given, "id", "kind")
    with keeping_answers():
        document = made(Document, record, given, record.source)
        change = append(path, document, *lacking, source=put, preview=previewed())
    print_added(change, [given["id"], *(party.id for party in lacking)])


def _from_head(record: PolicyRecord, source: NewSource, given: dict[str, Any]) -> tuple[Party, ...]:
    """Take what the head states and no option gives; return the parties that the record lacks."""
    from ssrpolicy.starting import head_of  # noqa: PLC0415 - its patterns take time

    head = head_of(source.text, source.parts)
    said: list[str] = []

    def take(name: str, stated: Any, words: str) -> None:
        if given[name] in (None, ()) and stated not in (None, ()):
            given[name] = stated
            said.append(words)

    if head.kind_words:
        words = label(head.kind, message_language())
        take("kind", head.kind, _("kind {kind}", kind=words))
    titles = ("title", "title_nl", "title_en")
    if all(given[name] is None for name in titles):
        # A subject is in the language of the paper, which may be another one than the record's.
        own = "title" if head.language == record.language else f"title_{head.language}"
        take(own, head.subject, _("subject {subject}", subject=head.subject))
    take("number", head.number, _("number {number}", number=head.number))
    # The number of answers holds the session year itself.
    session = None if getattr(given["number"], "session_year", None) else head.session_year
    take("session_year", session, _("session year {years}", years=session))
    take("date", head.date, _("date {date}", date=head.date))
    take("reference", head.reference, _("reference {reference}", reference=head.reference))
    for name, named in (("authors", head.authors), ("on_behalf_of", head.on_behalf_of)):
        ids = tuple(each.value for each in named)
        listed = together(ids)
        words = _("author {names}", names=listed)
        if name == "on_behalf_of":
            words = _("on behalf of {names}", names=listed)
        take(name, ids, words)
    if head.addressee is not None:
        name = head.addressee.value
        take("addressee", name, _("addressee {name}", name=name))
    if head.language != record.language:
        take("language", head.language, _("language {language}", language=head.language))
    if said:
        print_line(_("Stated by the paper: {facts}.", facts="; ".join(said)))
    used = {*given["authors"], *given["on_behalf_of"], given["addressee"]}
    stated = (each.party for each in head.parties if each.value in used)
    known = codes(record, "parties")
    return tuple(party for party in stated if party is not None and party.id not in known)
