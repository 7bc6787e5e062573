"""The command as tests of comparing run it."""

from click.testing import CliRunner

from ssrpolicy.cli.main import _command


def run(*arguments: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(_command, ["compare", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout
