"""One process that prepares one step, times it, and says how long it took."""

import importlib
import json
import sys
import time

STEPS = {
    "portfolio": "benchmarks.steps:portfolio",
    "plain-load": "benchmarks.floors.loading:plain_load",
    "keep-cells": "benchmarks.floors.cells:keep_cells",
    "plain-cells": "benchmarks.floors.cells:plain_cells",
    "keep-paragraphs": "benchmarks.floors.paragraphs:keep_paragraphs",
    "plain-paragraphs": "benchmarks.floors.paragraphs:plain_paragraphs",
    "keep-pieces": "benchmarks.floors.pieces:keep_pieces",
    "plain-pieces": "benchmarks.floors.pieces:plain_pieces",
    "libraries": "benchmarks.floors.importing:libraries",
    "load": "benchmarks.steps:load",
    "report": "benchmarks.steps:report",
    "letter": "benchmarks.steps:letter",
    "merge": "benchmarks.steps:merge",
    "plain-pass": "benchmarks.floors.cells:plain_pass",
}
"""Each step by name; its module is imported only in the process that runs it."""


def main() -> None:
    """Run the step named first, with the other words as its arguments."""
    name, *arguments = sys.argv[1:]
    module, function = STEPS[name].split(":")
    work = getattr(importlib.import_module(module), function)(*arguments)
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
