# Every target sets up .venv by itself, once; `make help` says what there is.
# Another Python: make test PYTHON=python3.12. Another folder: make test VENV=../venv.

# Bytecode is kept, whatever the shell says: the tests start hundreds of processes, and each would
# compile the source again.
unexport PYTHONDONTWRITEBYTECODE

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up
# The distributions of this repository, the core first.
DISTS  := . $(patsubst %/pyproject.toml,%,$(sort $(wildcard plugins/*/pyproject.toml)))
MADE_OF := Makefile constraints.txt pyproject.toml $(wildcard plugins/*/pyproject.toml)

RECORDS := fixtures/records
LETTER  := kst-32123-X-124
# Invented for the purpose: one in order, and one full of slips.
CLEAN   := duinmark-2040-3
SLIPS   := lagemeer-2031-7
DEMO    := build/demo
# After its two years of updates: two terms have passed, and two end soon.
CLEAN_AS_OF := 2042-02-15
LETTER_AS_OF := 2010-12-31
# After its three years of updates; one term is then due soon, and others are past.
INVENTED_AS_OF := 2034-04-15
FORMATS := --to json --to excel --to word --to html
# What became of the letter nobody recorded; of the invented records there is something to tell.
MORE    := $(FORMATS) --to word-annex --to word-changes
CLEAN_FORMATS := $(MORE) -o word-changes.since=2041-02-15
SLIPS_FORMATS := $(MORE) -o word-changes.since=2031-06-30

# A process for each of two cores; the one that is done first takes over half of what the other has.
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist worksteal

.PHONY: help setup demo test test-fast lint types layers messages docs pictures bench pins clean

help: ## Say what there is.
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) | column -t -s '|'

setup: $(STAMP) ## Set up .venv with the core, the plugins and every tool, at the pinned versions.

# One pip command for core and plugins: a plugin alone would look for a published core.
# A new Python's own pip is older than dependency groups, so it is renewed first.
$(STAMP): $(MADE_OF)
	@python="$(PYTHON)"; \
	for candidate in $(PYTHON) $(if $(PYTHON),,python3.11 python3.12 python3.13 python3); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then python="$$candidate"; found=yes; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
	  echo "ssrpolicy needs Python 3.11 or later; $(or $(PYTHON),python3.11, python3.12, python3.13 and python3) $(if $(PYTHON),is not that,are not that, or are not installed)." >&2; \
	  echo "Install one, or name one: make $(firstword $(MAKECMDGOALS) setup) PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	if ! "$(BIN)/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "Setting up $(VENV) with $$("$$python" --version) ..."; \
	  "$$python" -m venv --clear "$(VENV)" || { \
	    echo "Could not make $(VENV); on Debian and Ubuntu, install python3-venv first." >&2; exit 1; }; \
	fi
	$(BIN)/python -m pip install --quiet --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt \
	  --group dev $(foreach dist,$(DISTS),--editable $(dist))
	@touch $@

# Only a refusal to replace what people may have changed, whose hint names --overwrite, moves a demo.
demo: $(STAMP) ## Check the records in fixtures/ and report them as JSON, Excel, Word and a page.
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; held=$$(ls -A $(DEMO) 2>/dev/null || true); \
	report() { $(BIN)/ssrpolicy report $(RECORDS)/$$1 --as-of $$2 --language $$3 \
	  --output-dir $$4 $${@:5} >"$$log" 2>&1; }; \
	reports() { mkdir -p $(DEMO)/en; \
	  for way in nl:$(DEMO) en:$(DEMO)/en; do language=$${way%%:*}; folder=$${way#*:}; \
	    report $(CLEAN) $(CLEAN_AS_OF) $$language $$folder $(CLEAN_FORMATS) && \
	    report $(LETTER) $(LETTER_AS_OF) $$language $$folder $(FORMATS) && \
	    report $(SLIPS) $(INVENTED_AS_OF) $$language $$folder $(SLIPS_FORMATS) || return 1; \
	  done; }; \
	found() { { $(BIN)/ssrpolicy check $(RECORDS)/$$1 || true; } 2>&1 | tail -n 1; }; \
	if ! reports; then \
	  if [ -n "$$held" ] && grep -q -e --overwrite "$$log"; then \
	    number=1; while [ -e $(DEMO).$$number ]; do number=$$((number + 1)); done; \
	    mv $(DEMO) $(DEMO).$$number; \
	    echo "Kept in $(DEMO).$$number: the demo of before, changed since or of an earlier version."; \
	    reports || { cat "$$log" >&2; exit 1; }; \
	  else cat "$$log" >&2; exit 1; fi; \
	fi; \
	echo "Three records, reported in Dutch in $(DEMO) and in English in $(DEMO)/en:"; \
	printf '  %-17s %s: %s\n' \
	  $(CLEAN) "invented, and in order" "$$(found $(CLEAN))" \
	  $(LETTER) "a real letter of 2010" "$$(found $(LETTER))" \
	  $(SLIPS) "invented, with every slip" "$$(found $(SLIPS))"; \
	echo "Open first:"; \
	printf '  %-37s %s\n' \
	  $(DEMO)/$(CLEAN).xlsx "the tracker: what is late, and what to fill in" \
	  $(DEMO)/$(CLEAN).docx "the note to the minister" \
	  $(DEMO)/$(CLEAN).html "the page: the letters, and what is recorded of them"; \
	echo "Then: $(BIN)/ssrpolicy show $(RECORDS)/$(CLEAN) radio-network"; \
	echo "And of a letter of your own: $(BIN)/ssrpolicy new LETTER.txt"

test: $(STAMP) ## Run every test but the slow ones (PYTEST_ARGS="-m slow" runs those; any argument will do).
	$(PYTEST) -m "not slow" $(PYTEST_ARGS)

test-fast: $(STAMP) ## Run the tests for daily work: no process started, few documents made, no examples drawn.
	$(PYTEST) -m "not slow and not office and not browser and not heavy and not hypothesis" $(PYTEST_ARGS)

lint: $(STAMP) ## Check style and formatting.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## Check the types, strictly.
	$(BIN)/mypy

layers: $(STAMP) ## Check that imports run one way.
	$(BIN)/lint-imports --no-logo

messages: $(STAMP) ## Renew the Dutch catalogues with the messages that stand in the code, and compile them.
	$(BIN)/python tests/catalogues.py

docs: $(STAMP) ## Build the documentation site in build/docs; a warning is an error.
	$(BIN)/python -m sphinx --quiet --fresh-env --fail-on-warning --keep-going docs build/docs
	@echo "Open build/docs/index.html. The examples on the pages run in make test."

pictures: $(STAMP) ## Take the pictures of note, tracker and page anew (LibreOffice, Chromium).
	PYTHONPATH=tests $(BIN)/python docs/pictures.py

bench: $(STAMP) ## Measure CPU time and memory against budgets (BENCH_ARGS="--list", or names of rows).
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

pins: ## Renew constraints.txt with the newest versions that fit; then run every check.
	rm -rf build/pins
	$(or $(PYTHON),python3.11) -m venv build/pins
	build/pins/bin/python -m pip install --quiet --upgrade pip
	build/pins/bin/python -m pip install --quiet --group dev $(foreach dist,$(DISTS),--editable $(dist))
	@{ sed -n '/^#/p' constraints.txt; \
	  build/pins/bin/python -m pip freeze --all --exclude-editable \
	  | grep -E '^[A-Za-z0-9_.-]+==[^ ]+$$' | grep -viE '^(setuptools|wheel)==' | LC_ALL=C sort -f; \
	} > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## Remove what was built; what git knows, and what you made, stays.
	rm -rf "$(VENV)" build dist .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
