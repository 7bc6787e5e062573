"""The command itself: its subcommands, loaded when they are used, and how it ends."""

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

import ssrpolicy
from ssrpolicy.cli.console import print_error, printable
from ssrpolicy.cli.groups import Group
from ssrpolicy.errors import RecordInvalidError, SsrPolicyError

# Each subcommand with its module below ssrpolicy.cli and what the list of commands says of it, in
# the order in which a newcomer meets them.
_COMMANDS = {
    "new": ("new", "Make a record to start from."),
    "locate": ("locate", "Find words in a record's sources."),
    "add": ("add.command", "Append one entry, with its quote verified."),
    "check": ("check", "Report what is wrong with records, and what is missing."),
    "report": ("report", "Report records as a tracker, a note, a page, a JSON record."),
    "merge": ("merge.command", "Take what was typed in a tracker into the records."),
    "show": ("show.command", "Show a record, or one entry of it."),
    "cite": ("cite", "Find the papers that a text cites."),
    "schema": ("schema", "Print the JSON Schema of the JSON record."),
    "plugins": ("plugins", "List the plugins, what they offer, and what failed."),
    "new-reporter": ("new_reporter", "Make a plugin to start from."),
}
EXIT_ERRORS_IN_RECORDS = 1
EXIT_CANNOT = 2
# What a shell says of a command that SIGINT or SIGPIPE ended.
_EXIT_INTERRUPTED = 130
_EXIT_READER_GONE = 141


class _Commands(Group):
    """Subcommands that are imported when they are used, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, summary = _COMMANDS[cmd_name]
        command: click.Command = importlib.import_module(f"ssrpolicy.cli.{module}").command
        command.short_help = summary
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the subcommands in the help, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run the command; with ``standalone_mode`` it ends the process with its exit code."""
        if os.environ.get("NO_COLOR"):
            extra.setdefault("color", False)
        try:
            ended = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            _safe(error).show()
            sys.exit(error.exit_code)
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo("Stopped.", err=True)
            sys.exit(_EXIT_INTERRUPTED)
        if not standalone_mode:
            return ended
        sys.exit(ended if isinstance(ended, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; whatever it raises on purpose is printed and becomes an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except RecordInvalidError as error:
            print_error(error)
            ctx.exit(EXIT_ERRORS_IN_RECORDS)
        except SsrPolicyError as error:
            print_error(error)
            ctx.exit(EXIT_CANNOT)
        except OSError as error:
            _leave_standard_output()
            if error.errno == errno.EPIPE:
                ctx.exit(_EXIT_READER_GONE)
            # Files are written by functions that say themselves what went wrong; this is left.
            place = "standard output" if error.filename is None else error.filename
            click.echo(f"Error: {printable(str(place))}: {error.strerror or error}.", err=True)
            ctx.exit(EXIT_CANNOT)
        return result


def _safe(error: click.ClickException) -> click.ClickException:
    """The error with what was mistyped shown as it was typed, so that it acts on no terminal."""
    message = error.format_message()
    if printable(message) == message:
        return error
    if isinstance(error, click.UsageError):
        return click.UsageError(printable(message), error.ctx)
    return click.ClickException(printable(message))


def _leave_standard_output() -> None:
    """Let what is still waiting to be written go nowhere, so that leaving raises nothing again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=(
        "A PATH is a record (a folder with record.toml, or a JSON record), or a folder in which "
        "records are found. Exit codes: 0 fine, 1 errors in records (or nothing found by "
        "locate), 2 cannot do it."
    ),
)
@click.version_option(ssrpolicy.__version__, prog_name="ssrpolicy")
def _command() -> None:
    """Record what a letter to Parliament answers and promises, and what became of it.

    Start with `ssrpolicy new LETTER.txt`, then `ssrpolicy check` the folder it makes, and
    `ssrpolicy report` it as a tracker, a briefing note, a page or a JSON record.
    """


def main() -> None:
    """Run the command; the entry point of the distribution."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code rather than stopping the work.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    _command(prog_name="ssrpolicy")
