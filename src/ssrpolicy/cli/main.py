"""The command itself: its subcommands, loaded when they are used, and how it ends."""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

import ssrpolicy
from ssrpolicy.cli.console import WORDS, print_error, print_line, without_addresses
from ssrpolicy.cli.ending import ended_in_words
from ssrpolicy.cli.groups import EXTERNAL, Group, external
from ssrpolicy.cli.language import in_own_words, speaking
from ssrpolicy.errors import SsrPolicyError
from ssrpolicy.messages import _, at_command_line, system_reason
from ssrpolicy.passwords import repeatable
from ssrpolicy.unseen import visible

if TYPE_CHECKING:
    from ssrpolicy.entry_points import EntryPoint

# Each subcommand's module below ssrpolicy.cli and its line in the list of commands, in the order
# in which a newcomer meets them.
_COMMANDS = {
    "new": ("new", "Make a record to start from."),
    "draft": ("drafts.draft", "Propose entries from a record's sources."),
    "review": ("drafts.review", "Accept, edit or reject what was proposed."),
    "locate": ("inspecting.locate", "Find words in a record's sources."),
    "add": ("add", "Append one entry, with its quote verified."),
    "replace": ("corrections.replacing", "Replace what one entry says."),
    "remove": ("corrections.removing", "Remove one entry."),
    "undo": ("corrections.undoing", "Undo the last change to a record."),
    "check": ("check", "Report what is wrong with records, and what is missing."),
    "report": ("report", "Report records as a tracker, a note, a page, a JSON record."),
    "merge": ("merge", "Merge what was entered in a tracker into the records."),
    "show": ("show", "Show a record, or one entry of it."),
    "list": ("across.listing", "List motions, commitments, letters, changes of many records."),
    "search": ("across.searching", "Find words in many records and their papers."),
    "compare": ("inspecting.compare", "Show what differs between records, or versions of one."),
    "cite": ("inspecting.cite", "Find the papers that a text cites."),
    "schema": ("schema", "Print the JSON Schema of the JSON record."),
    "plugins": ("plugins", "List the plugins, what they offer, and what failed."),
    "new-reporter": ("scaffolds", "Make a plugin to start from."),
    "new-rule": ("scaffolds.rule", "Make a plugin with a rule to start from."),
    "new-reader": ("scaffolds.reader", "Make a plugin with a reader of files to start from."),
    "new-drafter": ("scaffolds.drafter", "Make a plugin with a drafter to start from."),
    "new-command": ("scaffolds.subcommand", "Make a plugin with a command to start from."),
}
BUILT_IN = frozenset(_COMMANDS)
"""The names of these commands, which no plugin can take."""

EXIT_FINE = 0
"""The command did what was asked."""

EXIT_ERRORS_IN_RECORDS = 1
"""There are errors in records, or nothing was found."""

EXIT_CANNOT = 2
"""It cannot be done: what was typed, or what was needed, is not right."""

# What a shell says of a command that SIGINT or SIGPIPE ended.
_EXIT_INTERRUPTED = 130
_EXIT_READER_GONE = 141


def _others() -> dict[str, list[EntryPoint]]:
    """Return the commands of plugins by name, but for the names of built-in ones."""
    found = external().external_commands().items()
    return {name: offered for name, offered in found if name not in _COMMANDS}


def _collect_from_now_on() -> None:
    """Let garbage be looked for, where the command runs as a process, which begins now.

    What was loaded until now counts as old: as new, all of it would be searched at once.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.unfreeze()
        gc.enable()


class _Commands(Group):
    """Subcommands that are imported when they are used, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*_COMMANDS, *_others()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            if not (offered := external().command_named(cmd_name)):
                return None
            _collect_from_now_on()
            ctx.meta[EXTERNAL] = offered[0]
            loaded: click.Command = external().load_external(cmd_name, offered)
            return loaded
        module, summary = _COMMANDS[cmd_name]
        command: click.Command = importlib.import_module(f"ssrpolicy.cli.{module}").command
        _collect_from_now_on()
        command.short_help = summary
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the subcommands in the help, without importing any."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(line)) for name, (__, line) in _COMMANDS.items()])
        if others := _others():
            with formatter.section(_("Commands of plugins")):
                origins = (", ".join(each.origin for each in found) for found in others.values())
                rows = [_("From {origin}.", origin=origin) for origin in origins]
                formatter.write_dl(list(zip(others, rows, strict=True)))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run the command; with ``standalone_mode`` it ends the process with its exit code."""
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            extra.setdefault("color", False)
        extra["standalone_mode"] = False
        WORDS.set(tuple(sys.argv[1:] if args is None else args))
        with speaking():
            # The copy has the help in the language that is spoken; click's own main runs it.
            shown, run = in_own_words(self), click.Group.main
            if not standalone_mode:
                return run(shown, args, prog_name, complete_var, **extra)
            try:
                ended = run(shown, args, prog_name, complete_var, **extra)
            except click.ClickException as error:
                if isinstance(error, click.NoSuchOption):
                    from ssrpolicy.cli.missing_options import explained  # noqa: PLC0415 - only where an option is mistyped

                    error = explained(error, {name: at for name, (at, _line) in _COMMANDS.items()})
                _safe(error).show()
                sys.exit(error.exit_code)
            except click.Abort:
                click.echo(_("Stopped."), err=True)
                sys.exit(_EXIT_INTERRUPTED)
            sys.exit(ended if isinstance(ended, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; whatever it raises on purpose is printed and becomes an exit code."""
        try:
            with at_command_line():
                result = super().invoke(ctx)
            sys.stdout.flush()
        except SsrPolicyError as error:
            from ssrpolicy.model import RecordInvalidError  # noqa: PLC0415 - the list of commands reads no record

            print_error(error)
            invalid = isinstance(error, RecordInvalidError)
            ctx.exit(EXIT_ERRORS_IN_RECORDS if invalid else EXIT_CANNOT)
        except OSError as error:
            _leave_standard_output()
            if error.errno == errno.EPIPE:
                ctx.exit(_EXIT_READER_GONE)
            # Functions that write files report such an error themselves.
            place = (
                _("standard output") if error.filename is None else repeatable(str(error.filename))
            )
            reason = system_reason(error)
            print_line(_("Error: {place}: {reason}.", place=place, reason=reason), err=True)
            ctx.exit(EXIT_CANNOT)
        except Exception as error:
            if isinstance(error, click.ClickException | click.exceptions.Exit | click.Abort):
                raise
            if (entry_point := ctx.meta.get(EXTERNAL)) is None:
                raise  # it is ours to put right
            from ssrpolicy.reporting import describe_error, print_traceback  # noqa: PLC0415 - it is needed only where something failed

            print_traceback(error)
            print_error(external().failed(entry_point, describe_error(error)))
            ctx.exit(EXIT_CANNOT)
        return result


def _safe(error: click.ClickException) -> click.ClickException:
    """Return the error with safe text: what was mistyped must not act on the terminal.

    Nor does it show a password: an address among the words given is left out.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error  # its text is the help, and nobody typed that
    message = visible(without_addresses(repeatable(error.format_message())))
    if isinstance(error, click.UsageError):
        ended = "\n" in message or not (message[-1:].isalnum() or message.endswith((")", "'")))
        return click.UsageError(message if ended else f"{message}.", error.ctx)  # click's are not
    return click.ClickException(message)


def _leave_standard_output() -> None:
    """Discard what is still to be written, so that Python's exit does not fail on it again."""
    with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - pathlib would slow the start
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "A PATH is a record (a folder with record.toml, or a JSON record), or a folder in which "
        "records are found. Exit codes: 0 fine, 1 errors in records (or nothing found by "
        "locate or search), 2 cannot do it."
    ),
)
@click.version_option(
    ssrpolicy.__version__, prog_name="ssrpolicy", help="Show the version and exit."
)
def _command() -> None:
    """Record what a letter to Parliament answers and promises, and what became of it.

    Start with `ssrpolicy new LETTER.txt`, then `ssrpolicy check` the folder it makes, and
    `ssrpolicy report` it as a tracker, a briefing note, a page or a JSON record.
    """


def main() -> None:
    """Run the command; the entry point of the distribution."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code rather than stopping the work, and
        # what is typed in another encoding is read as codes.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # What is loaded stays until the end. Looking for garbage in it, while it is loaded and when
    # the process ends, finds none and takes a tenth of a short command's time.
    gc.disable()
    atexit.register(gc.freeze)
    with ended_in_words():
        try:
            _command(prog_name="ssrpolicy")
        finally:
            _collect_from_now_on()
