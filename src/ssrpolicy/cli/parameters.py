"""Arguments and options that several subcommands share."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.language import MessageLanguageOption, english_for_programs
from ssrpolicy.cli.values import DATE, Parsed
from ssrpolicy.messages import _, message_language
from ssrpolicy.model import LANGUAGES, check_name

if TYPE_CHECKING:
    from ssrpolicy.reporting import AnyRule

_PREVIEW = "ssrpolicy.cli.preview"
_LEFT_OUT = "ssrpolicy.cli.left_out"

F = TypeVar("F", bound=Callable[..., Any])


def _who(text: str) -> str:
    """Return a name on one line; raises ValueError for what a record cannot hold as one."""
    name = " ".join(text.split())
    if not name:
        raise ValueError(_("Nobody is named; give a name, or the id of a party."))
    check_name(name, _("The name"))
    return name


WHO = Parsed("name", _who)
"""The type of an option that takes who says or decides something."""


def path_argument(function: F) -> F:
    """Add the argument PATH, given as ``path``: a record, or a folder in which records are."""
    return click.argument("path", type=click.Path(path_type=Path), metavar="PATH")(function)


def paths_argument(function: F) -> F:
    """Add one or more arguments PATH, given as ``paths``."""
    kind = click.Path(path_type=Path)
    return click.argument("paths", type=kind, nargs=-1, required=True, metavar="PATH...")(function)


def as_of_option(function: F) -> F:
    """Add ``--as-of DATE``, given as ``as_of``; None where it is left out."""
    about = "The day as of which statuses are reported; today if left out."
    return click.option("--as-of", type=DATE, metavar="DATE", help=about)(function)


def language_option(function: F) -> F:
    """Add ``--language nl`` or ``en``, given as ``language``, which messages follow too."""
    return click.option(
        "--language",
        cls=MessageLanguageOption,
        type=click.Choice(LANGUAGES),
        default="nl",
        show_default=True,
        help="The language of labels and summaries.",
    )(function)


def format_option(function: F) -> F:
    """Add ``--format text`` or ``json``, given as ``output_format``; JSON is in English."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        callback=english_for_programs,
        help="What is printed: text for people, or JSON for programs.",
    )(function)


def plugins_dir_option(function: F) -> F:
    """Add ``--plugins-dir DIR``, for commands that read or write records; nothing is given.

    Whatever looks for plugins while the command runs finds those of the folder.
    """
    return _plugins_dir(expose_value=False)(function)


def writing_options(function: F) -> F:
    """Add ``--preview`` and ``--plugins-dir DIR``, for commands that change a record.

    Nothing is given: `previewed` says whether a preview is asked for.
    """
    function = plugins_dir_option(function)
    return click.option(
        "--preview",
        is_flag=True,
        expose_value=False,
        callback=_ask_for_preview,
        help="Show what would be written, and write nothing.",
    )(function)


def _ask_for_preview(ctx: click.Context, __: click.Parameter, asked: bool) -> None:
    judge_changes_by_plugins(ctx)
    if asked:
        ctx.meta[_PREVIEW] = True


def previewed() -> bool:
    """Return whether a preview is asked for."""
    return bool(click.get_current_context().meta.get(_PREVIEW))


def plugin_options(function: F) -> F:
    """Add the options that say which plugins are used, and whether their faults are traced."""
    strict = "Stop when any plugin cannot be used."
    where = "Show where in a plugin each of its faults was raised, for its author."
    function = click.option(
        "--traceback", is_flag=True, expose_value=False, callback=_show_tracebacks, help=where
    )(function)
    function = _plugins_dir(expose_value=True)(function)
    return click.option("--strict-plugins", is_flag=True, help=strict)(function)


def _plugins_dir(*, expose_value: bool) -> Callable[[F], F]:
    return click.option(
        "--plugins-dir",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        expose_value=expose_value,
        callback=_use_plugins_of,
        help="A folder of single-file plugins to use too.",
    )


def judge_changes_by_plugins(ctx: click.Context) -> None:
    """Have the rules of plugins judge what a command changes, from now on until it ends."""
    from ssrpolicy.editing import judged_also_by  # noqa: PLC0415 - most commands change nothing

    ctx.with_resource(judged_also_by(cache(partial(_rules_of_plugins, ctx))))


def _rules_of_plugins(ctx: click.Context) -> "tuple[AnyRule, ...]":
    """Return the rules of plugins that judge a change to the record that is named."""
    from ssrpolicy.cli.settings import load_registry, print_settings, read_settings  # noqa: PLC0415 - only commands that change a record need settings and plugins here

    settings = read_settings([ctx.params["path"]] if "path" in ctx.params else [])
    registry = load_registry(settings, only=("ssrpolicy_rules",))
    ctx.meta[_LEFT_OUT] = frozenset(settings.ignore)
    print_settings(settings, registry)
    return registry.rules


def codes_left_out() -> frozenset[str]:
    """Return the codes of findings that the settings leave out of reports on a change."""
    codes: frozenset[str] = click.get_current_context().meta.get(_LEFT_OUT, frozenset())
    return codes


def _use_plugins_of(ctx: click.Context, __: click.Parameter, folder: Path | None) -> Path | None:
    if folder is not None:
        ctx.with_resource(_environment_with(folder))
    return folder


@contextmanager
def _environment_with(folder: Path) -> Iterator[None]:
    """Name the folder where it is looked for by default, until the command ends."""
    from ssrpolicy.reporting import PLUGINS_DIR  # noqa: PLC0415 - commands start without what finds plugins

    before = os.environ.get(PLUGINS_DIR)
    os.environ[PLUGINS_DIR] = str(folder)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(PLUGINS_DIR, None)
        else:
            os.environ[PLUGINS_DIR] = before


def _show_tracebacks(ctx: click.Context, __: click.Parameter, asked: bool) -> None:
    if asked:
        from ssrpolicy.reporting import tracebacks_shown  # noqa: PLC0415 - it is needed only by authors who look for a fault

        ctx.with_resource(tracebacks_shown())


def example(*lines: str) -> str:
    """Return an example for the end of a command's help, its lines as they are."""
    # The first character tells click to leave the lines alone.
    return "\b\nFor example:\n" + "\n".join(f"  {line}" for line in lines)


def day_or_today(given: dt.date | None, words: str | None = None) -> dt.date:
    """Return the day given; or today, which is then reported on standard error."""
    day = day_meant(given)
    say_today(given, day, words)
    return day


def day_meant(given: dt.date | None) -> dt.date:
    """Return the day given, or today; report it with `say_today` once nothing is refused."""
    return today() if given is None else given


def today() -> dt.date:
    """Return the day that it is where the command runs."""
    return dt.date.today()  # noqa: DTZ011 - the user's own day is meant


def say_today(given: dt.date | None, day: dt.date, words: str | None = None) -> None:
    """Report on standard error that today was meant, where no day was given."""
    if given is None:
        from ssrpolicy.views.language import long_date  # noqa: PLC0415 - only where no day was given

        words = _("As of today, {day}.") if words is None else words
        print_line(words.format(day=long_date(day, message_language())), err=True)
