"""``ssrpolicy replace``: what one entry says replaced, by the options with which it is added."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import click
from click.core import ParameterSource

from ssrpolicy.cli.add import codes, commands, documents, set_aside, updates
from ssrpolicy.cli.add.entries import made, print_quotes, print_remarks
from ssrpolicy.cli.add.ids import ids_of_names
from ssrpolicy.cli.add.named import flags_of, in_options
from ssrpolicy.cli.add.options import Asked
from ssrpolicy.cli.add.terms import print_dates_of_terms
from ssrpolicy.cli.console import REWORD, print_line
from ssrpolicy.cli.language import follow_option, in_own_words
from ssrpolicy.cli.parameters import example, path_argument, previewed, writing_options
from ssrpolicy.cli.sources import source_to_put
from ssrpolicy.cli.values import known_word
from ssrpolicy.codec import table_of
from ssrpolicy.editing import entry_to_edit, name_of, record_to_edit, replace
from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.messages import _, together
from ssrpolicy.model import (
    LANGUAGES,
    STATEMENT_CLASSES,
    STATEMENT_KINDS,
    Code,
    Commitment,
    Disposition,
    Document,
    Instrument,
    LocalText,
    Passage,
    PolicyRecord,
    Request,
    SetAside,
    SetAsideReason,
    Update,
)

_COMMANDS: Mapping[type, click.Command] = {
    Document: documents.add_document,
    Request: commands.add_request,
    **dict.fromkeys(STATEMENT_CLASSES, commands.add_statement),
    Disposition: commands.add_disposition,
    Instrument: commands.add_instrument,
    SetAside: set_aside.add_set_aside,
    Update: updates.add_update,
}
_OF_A_QUOTE = ("quoted_from", "prefix", "suffix")


@click.command(
    "replace",
    context_settings={"allow_interspersed_args": False},
    options_metavar="",
    epilog=example(
        "ssrpolicy replace kst-32123-X-124 african-union --firmness aspirational",
        "ssrpolicy replace kst-32123-X-124 african-union --without term",
        "ssrpolicy replace kst-32123-X-124 african-union --help  # the options",
    ),
)
@path_argument
@click.argument("key", metavar="ID")
@click.argument("options", metavar="[OPTIONS]", nargs=-1, type=click.UNPROCESSED)
@writing_options
def command(path: Path, key: str, options: tuple[str, ...]) -> None:
    """Replace what the entry ID of the record at PATH says.

    The options are those of `ssrpolicy add` for such an entry, and stand after the ID; what none of
    them gives stays as it is. --without NAME takes out what an option of that name gave. An answer,
    a set-aside and an update have no id: give a line of the file on which it stands. Comments and
    all that stays the same keep their bytes; what is new is verified as `ssrpolicy add` does.
    """
    try:
        record, entry = record_to_edit(path), entry_to_edit(path, key)
    except SsrPolicyError:
        # Of what is not there, nobody knows whether --language would be that of a paper.
        follow_option(command, options)
        record, entry = record_to_edit(path), entry_to_edit(path, key)
    adding = _adding(entry)
    flags = flags_of([adding])
    click.get_current_context().meta[REWORD] = partial(in_options, flags=flags)
    given, without = _given(adding, options, name_of(entry))
    if not without and all(value is None for value in given.values()):
        shown = f"{click.get_current_context().command_path} {path} {key}"
        raise click.UsageError(
            _("No option says what to replace of {name}.", name=name_of(entry))
            + "\n"
            + _("These are the options: {command} --help", command=shown)
        )
    given |= ids_of_names(record, given, adding.params)
    source = given.pop("source", None)
    new = _replaced(record, entry, given, without)
    # By itself, so that what somebody else wrote meanwhile is not overwritten.
    alone = getattr(record, table_of(entry)).count(entry) == 1
    put = None if source is None else source_to_put(source, path)[1]
    change = replace(path, entry if alone else key, new, source=put, preview=previewed())
    (replaced,), (line,) = change.entries, change.lines
    if replaced == entry:
        print_line(_("Nothing was changed: {name} says this already.", name=name_of(entry)))
        return
    where = {"name": name_of(replaced), "file": change.file, "line": line}
    print_line(
        _("To be replaced in {file}, line {line}: {name}.", **where)
        if change.preview
        else _("Replaced {name} in {file}, line {line}.", **where)
    )
    print_quotes(change.record, replaced)
    print_dates_of_terms(change)
    print_remarks(change)


def _adding(entry: Any) -> click.Command:
    if isinstance(entry, Code):
        return {
            "Party": codes.add_party,
            "Place": codes.add_place,
            "Sector": codes.add_sector,
            "Framework": codes.add_framework,
        }[type(entry).__name__]
    return _COMMANDS[type(entry)]


def _not_needed(param: click.Parameter) -> click.Parameter:
    """Return the option without its mark of a required one: a replacement may leave out any."""
    if isinstance(param, Asked):
        param.always = False
    return param


def _given(
    adding: click.Command, options: tuple[str, ...], entry: str
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the values of the options that were given, the others None, and what is to go."""
    follow_option(adding, options)
    params = [each for each in adding.params if each.name not in {"path", "every"}]
    names = [each.opts[0].lstrip("-") for each in params if each.expose_value]
    params.append(
        click.Option(
            ["--without"],
            multiple=True,
            metavar="NAME",
            type=known_word(names),
            help=_("Take out what the option of this name gave; may be repeated."),
        )
    )
    parser = click.Command(
        adding.name,
        params=[
            _not_needed(each) for each in in_own_words(click.Command(None, params=params)).params
        ],
        help=_("Replace what {name} says; what no option gives stays as it is.", name=entry),
        options_metavar=_("[OPTIONS]"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    usage = f"{click.get_current_context().command_path} {_('PATH')} {_('ID')}"
    context = parser.make_context(usage, list(options))
    click.get_current_context().meta.update(context.meta)  # that a preview is asked for
    click.get_current_context().call_on_close(context.close)
    with context.scope(cleanup=False):
        given = dict(context.params)
        for name in given:
            if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE:
                given[name] = None
        flags = {each.opts[0].lstrip("-"): str(each.name) for each in params}
        without = tuple(flags[each] for each in given.pop("without") or ())
    return given, without


def _replaced(
    record: PolicyRecord, entry: Any, given: dict[str, Any], without: tuple[str, ...]
) -> Any:
    """Return the entry with the given values in the place of its own."""
    if isinstance(entry, SetAside):
        given["quotes"] = given.get("quotes") or ()
        if len(given["quotes"]) > 1:
            raise click.UsageError(_("A set-aside has a single --quote."))
    cls: Any = type(entry)
    if type(entry) in STATEMENT_CLASSES and given.get("kind"):
        cls = STATEMENT_KINDS[given.pop("kind")]
    term = "term" if isinstance(entry, Request) else "timeframe"
    old = _kept(cls, entry, without, term)
    too_much = [name for name in ("firmness", "course", "cue") if given.get(name)]
    if cls in STATEMENT_CLASSES and cls is not Commitment and too_much:
        raise click.UsageError(
            _(
                "Kind {kind} has no {names}; only a commitment has.",
                kind=cls.kind,
                names=together([f"--{name}" for name in too_much]),
            )
        )
    if not given.get("quotes"):
        if any(given.get(name) for name in _OF_A_QUOTE):
            raise click.UsageError(_("--from, --prefix and --suffix need a --quote."))
        given = {name: value for name, value in given.items() if name not in _OF_A_QUOTE}
        given.pop("quotes", None)
    else:
        given |= {name: given[name] or "" for name in ("prefix", "suffix")}
    quoted = record.source
    if isinstance(entry, Disposition | Update):
        quoted = given.get("document") or entry.document or quoted
    if isinstance(entry, SetAside) and "quotes" in given:
        return made(_set_aside, record, given, entry.quote.document, old=old)
    return made(cls, record, given, quoted, term=term, old=old)


def _set_aside(*, quote: Passage, reason: SetAsideReason, quotes: tuple[Passage, ...]) -> SetAside:
    return SetAside(quote=quotes[0] if quotes else quote, reason=reason)


def _kept(cls: Any, entry: Any, without: tuple[str, ...], term: str) -> dict[str, Any]:
    """Return the values of an entry that its new form can have, without those that are to go."""
    fields = attrs.fields_dict(cls)
    old = {name: getattr(entry, name) for name in fields if hasattr(entry, name)}
    for name in without:
        part = name.removeprefix("term_")
        text, _underscore, language = name.rpartition("_")
        if name == "source":
            files = ("file", "sha256", "original", "original_sha256", "parts_sha256", "parts")
            old |= dict.fromkeys(files)
        elif part != name and old[term] is not None:
            old[term] = attrs.evolve(old[term], **{part: None})
        elif language in LANGUAGES and old.get(text) is not None:
            old[text] = _in_one_language(old[text], language)
        else:
            field = fields.get(term if name == "term" else name)
            if field is None or field.default is attrs.NOTHING:
                flag = name.replace("_", "-")
                raise click.UsageError(_("{name} has to stay: every such entry has it.", name=flag))
            old[field.name] = field.default
    return old


def _in_one_language(text: LocalText, without: str) -> LocalText:
    texts = {each: getattr(text, each) for each in LANGUAGES if each != without}
    if all(each is None for each in texts.values()):
        raise click.UsageError(_("The entry has no text in another language that could stay."))
    return LocalText(**texts)
