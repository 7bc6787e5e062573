"""Settings as they are written, and the findings of a check."""

from pathlib import Path

RULE = '''
from attrs import frozen
from ssrpolicy.reporting import Remark, hookimpl, option, rule

@frozen(kw_only=True)
class Options:
    """How long is long."""
    words: int = option(20, help="The most words that a summary has.")

@rule("acme-long", "warning", options=Options)
def long_summary(record, options):
    """A summary is long.

    What to do: say it in fewer words.
    """
    for each in record.statements:
        if len(each.summary.text("nl").split()) > options.words:
            yield Remark.of(record, each, "The summary is long.")

@hookimpl
def ssrpolicy_rules():
    return [long_summary]
'''


def settings(folder: Path, text: str) -> Path:
    """Write the settings of a folder; return their file."""
    file = folder / "ssrpolicy.toml"
    file.write_text(text, encoding="utf-8")
    return file
