"""The command in a process of its own, with a plugin."""

import os
import subprocess
import sys
from pathlib import Path

RULE = """
from ssrpolicy.reporting import Severity, hookimpl, rule

@rule("fire-doubted", Severity.NOTE)
def doubted(record):
    \"\"\"A rule that changes what is everybody's.\"\"\"
    import os
    os.umask(0)
    return ()

@hookimpl
def ssrpolicy_rules():
    return [doubted]
"""


def command(*words: object, site: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a process that finds the plugins of these tests."""
    return subprocess.run(
        [sys.executable, "-m", "ssrpolicy", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(site), "LC_ALL": "C.UTF-8"},
    )
