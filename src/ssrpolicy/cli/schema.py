"""``ssrpolicy schema``: the JSON Schema of the JSON record."""

import click

from ssrpolicy import codec
from ssrpolicy.cli.console import print_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of the JSON record, generated from the code that reads it."""
    print_json(codec.schema())
