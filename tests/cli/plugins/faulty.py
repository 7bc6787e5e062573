"""A plugin in a single file, with faults, and what is printed of it."""

PLUGIN = '''
"""A plugin of a single file, with a reporter, a rule and a fault of each kind."""
from attrs import frozen
from ssrpolicy.reporting import Remark, Severity, hookimpl, option, rule

@frozen(kw_only=True)
class Options:
    lines: int = option(3, help="How many lines.")

class Reporter:
    name = "acme"
    summary = "Fails in a function of its own."
    suffix = "txt"
    media_type = "text/plain"
    api = 1
    options = Options

    def write(self, report, out):
        deepest(report.options.lines)

    def read_edits(self, stream):
        deepest(0)

def deepest(number):
    raise LookupError(f"no line {number}")

@rule("acme-doubted", Severity.WARNING)
def doubted(record):
    """A commitment has a doubt.

    Say what would take the doubt away.
    """
    deepest(7)
    yield

@hookimpl
def ssrpolicy_reporters():
    return [Reporter()]

@hookimpl
def ssrpolicy_rules():
    return [doubted]
'''
