"""``ssrpolicy schema``: the JSON Schema of the JSON record."""

import json

import click

from ssrpolicy import codec


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of the JSON record, generated from the code that reads it."""
    click.echo(json.dumps(codec.schema(), ensure_ascii=False, indent=2))
