"""The module of a plugin that offers a command."""

MODULE = '''
"""A command made for a test."""
import click
import ssrpolicy
from ssrpolicy.commands import EXIT_ERRORS_IN_RECORDS, paths_argument, print_line

open({mark!r}, "a").close()

@click.command("count")
@paths_argument
@click.option("--fail", help="How to fail.")
def command(paths, fail):
    """Count the statements of records."""
    if fail == "riddle":
        raise LookupError("no such riddle")
    if fail == "own":
        raise ssrpolicy.InputError("It cannot be read.", hint="Read another.")
    if fail == "usage":
        raise click.UsageError("Not so.")
    if fail == "code":
        raise click.exceptions.Exit(EXIT_ERRORS_IN_RECORDS)
    if fail == "system":
        open("/nowhere/at/all")
    records = [record for path in paths for record in ssrpolicy.load_all(path)]
    print_line(str(sum(len(record.statements) for record in records)))

nothing = 3
'''
