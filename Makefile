# Every target sets up .venv by itself, once; `make help` says what there is.
# Another Python: make test PYTHON=python3.12. Another folder: make test VENV=../venv.

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
# The other record of fixtures/records, invented for the purpose.
INVENTED := $(filter-out $(LETTER),$(notdir $(patsubst %/record.toml,%,$(sort $(wildcard $(RECORDS)/*/record.toml)))))
DEMO    := build/demo
AS_OF   := 2010-12-31
# After its three years of updates; one term is then due soon, and others are past.
INVENTED_AS_OF := 2034-04-15
FORMATS := --to json --to excel --to word --to html
# What became of the letter nobody recorded; of the invented record there is something to tell.
INVENTED_FORMATS := $(FORMATS) --to word-annex --to word-changes -o word-changes.since=2031-06-30

# A process for each of two cores; the one that is done first takes over half of what the other has.
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist worksteal

.PHONY: help setup demo test test-fast lint types layers messages docs bench pins clean

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

demo: $(STAMP) ## Check the records in fixtures/ and report them as JSON, Excel, Word and a page.
	@mkdir -p $(DEMO)/en; touch build/.demo-begun
	$(BIN)/ssrpolicy check $(RECORDS)
	@echo; echo "$(INVENTED) is invented so that every warning occurs; fixtures/README.md says more."; echo
	$(BIN)/ssrpolicy report $(RECORDS)/$(LETTER) $(FORMATS) --output-dir $(DEMO) --as-of $(AS_OF) --language nl
	@for record in $(INVENTED); do \
	  for folder in nl:$(DEMO) en:$(DEMO)/en; do \
	    command="$(BIN)/ssrpolicy report $(RECORDS)/$$record $(INVENTED_FORMATS) --output-dir $${folder#*:} --as-of $(INVENTED_AS_OF) --language $${folder%%:*}"; \
	    echo "$$command"; $$command; \
	  done; \
	done
	@echo; echo "Written:"
	@find $(DEMO) -type f -newer build/.demo-begun | LC_ALL=C sort | sed 's/^/  /'
	@echo; echo "Try next:"
	@try() { printf '  # %s\n  %s\n' "$$1" "$(BIN)/ssrpolicy $$2"; }; \
	try "the letter's record, on this screen" "show $(RECORDS)/$(LETTER)"; \
	try "one commitment, with its quote in context" "show $(RECORDS)/$(LETTER) african-union"; \
	try "the sentences of the letter that nobody recorded" "check $(RECORDS)/$(LETTER) --coverage"; \
	try "a record of a letter of your own" "new LETTER.txt"; \
	try "everything else" "--help"

test: $(STAMP) ## Run every test but the slow ones (PYTEST_ARGS="-m slow" runs those; any argument will do).
	$(PYTEST) -m "not slow" $(PYTEST_ARGS)

test-fast: $(STAMP) ## Run the tests that need no LibreOffice and no browser, in less than a minute.
	$(PYTEST) -m "not slow and not office and not browser" $(PYTEST_ARGS)

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
