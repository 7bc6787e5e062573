"""One process that prepares one step, does it, and prints the CPU seconds that it took.

A step for which a server works returns the CPU seconds of that.
"""

import importlib
import resource
import sys

STEPS = {
    "portfolio": "benchmarks.steps:portfolio",
    "large-record": "benchmarks.steps:large_record",
    "letters": "benchmarks.steps:letters",
    "papers": "benchmarks.steps:papers",
    "pdf": "benchmarks.steps:pdf",
    "plain-load": "benchmarks.floors.loading:plain_load",
    "keep-cells": "benchmarks.floors.cells:keep_cells",
    "plain-cells": "benchmarks.floors.cells:plain_cells",
    "plain-import": "benchmarks.floors.cells:plain_import",
    "keep-paragraphs": "benchmarks.floors.paragraphs:keep_paragraphs",
    "plain-paragraphs": "benchmarks.floors.paragraphs:plain_paragraphs",
    "keep-pieces": "benchmarks.floors.pieces:keep_pieces",
    "plain-pieces": "benchmarks.floors.pieces:plain_pieces",
    "keep-data": "benchmarks.floors.data:keep_data",
    "plain-json": "benchmarks.floors.data:plain_json",
    "plain-toml": "benchmarks.floors.data:plain_toml",
    "bare-python": "benchmarks.floors.starting:bare_python",
    "libraries": "benchmarks.floors.starting:libraries",
    "check": "benchmarks.steps:check",
    "draft": "benchmarks.steps:draft",
    "report": "benchmarks.steps:report",
    "read": "benchmarks.steps:read",
    "plan-merge": "benchmarks.steps:plan_merge",
    "command": "benchmarks.steps:command",
    "corpus": "benchmarks.steps:corpus",
    "report-letter": "benchmarks.steps:report_letter",
    "add-update": "benchmarks.steps:add_update",
    "office": "benchmarks.registers:office",
    "register": "benchmarks.registers:build",
    "register-again": "benchmarks.registers:build_again",
    "register-unchanged": "benchmarks.registers:build_unchanged",
    "register-totals": "benchmarks.registers:totals",
    "register-found-totals": "benchmarks.registers:found_totals",
    "server-register": "benchmarks.servers:build",
    "server-index": "benchmarks.servers:index",
    "statements": "benchmarks.registers:statements",
    "register-index": "benchmarks.registers:index",
    "register-pages": "benchmarks.registers:pages",
    "register-searches": "benchmarks.registers:searches",
    "register-common-searches": "benchmarks.registers:common_searches",
    "register-many-searches": "benchmarks.registers:many_searches",
}
"""Each step by name; its module is imported only in the process that runs it."""


def main() -> None:
    """Run the step with at most so many CPU seconds: ``SECONDS STEP ARGUMENT...``."""
    bound, name, *arguments = sys.argv[1:]
    # Commands that a step runs are held to it, too.
    resource.setrlimit(resource.RLIMIT_CPU, (int(bound), int(bound)))
    module, function = STEPS[name].split(":")
    work = getattr(importlib.import_module(module), function)(*arguments)
    started = _cpu_seconds()
    elsewhere = work()
    print(_cpu_seconds() - started + (elsewhere or 0))


def _cpu_seconds() -> float:
    """The CPU time of this process and of the children that ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main()
