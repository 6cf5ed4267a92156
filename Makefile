# Each target sets up what it needs in .venv, a virtual environment in the checkout, and needs nothing
# beforehand but Python 3.11+ (with venv), git and make. To choose the Python: make test PYTHON=python3.13

.DEFAULT_GOAL := help
.NOTPARALLEL: # two runs of pip in one environment get in each other's way
.PHONY: help test lint types check-imports pytest compiled test-compiled fuzz demo docs accuracy misses quality bench schemas clean

NEWEST_FIRST := python3 python3.14 python3.13 python3.12 python3.11 python
IS_NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in $(NEWEST_FIRST); do \
	if $$python -c '$(IS_NEW_ENOUGH)' >/dev/null 2>&1; then echo $$python; break; fi; done)

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
EDITABLE := $(PIP_INSTALL) --editable

# One stamp for each set of packages, so that no target waits for another's.
RUN := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
BENCH := $(VENV)/.bench-installed
QUALITY := $(VENV)/.quality-installed

# Run in node by tests: readers of calendars and of EDTF, and what finds barriers in a page. They skip without.
NODE := $(if $(shell command -v node),$(if $(shell command -v npm),$(VENV)/.node-installed))
NODE_PACKAGES := 'axe-core@^4.10' 'edtf@^4.9' 'ical.js@^2.2'

# Examples that no run has seen yet, the same for a seed: make test SEED=20250401
FRESH := $(if $(SEED),--hypothesis-profile=fresh --hypothesis-seed=$(SEED))

# How many wrong changes `make quality` tries in a room.
MUTANTS := 40

# How long the fuzzers look, in seconds, each.
SECONDS := 600
FUZZ := $(VENV)/.fuzz-installed

# A virtual environment of its own for the package as it is installed, with its modules compiled.
COMPILED := .venv-compiled
COMPILER := $(shell command -v $${CC:-cc})

help:
	@echo 'make test   the whole suite: lint, types, imports, tests'
	@echo 'make demo   the programme of a NATO meeting, built from a news story'
	@echo 'make docs   the documentation, in docs/_build/html'
	@echo 'make accuracy  how many dates are right, and how sure: one table, with other programs beside'
	@echo 'make misses   the lists of known misses, written anew'
	@echo 'make quality  the branches that the tests take, and the wrong changes that they notice'
	@echo 'make bench  the benchmarks'
	@echo 'make schemas   the schema of programme files and their page in docs, from the classes that read them'
	@echo 'make compiled   the package as a release has it, with its reading compiled, in .venv-compiled'
	@echo 'make test-compiled   the tests of reading, with the compiled modules'
	@echo 'make fuzz   look for texts that break a law, by grammar and by coverage, ten minutes each'
	@echo 'make clean  remove what the others made, but the files of the demo'

test: lint types check-imports pytest

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV)
	$(BIN)/mypy

check-imports: $(DEV)
	$(BIN)/lint-imports

pytest: $(DEV) $(NODE)
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(FRESH)

compiled: $(COMPILED)/.installed

test-compiled: $(COMPILED)/.installed
	$(COMPILED)/bin/diplocal --version | grep '(compiled)'
	$(COMPILED)/bin/python -m pytest --numprocesses=auto --dist=loadfile tests/clauses tests/fuzz tests/phrases tests/prose \
		tests/test_article.py tests/test_drafting.py tests/test_facts.py tests/test_places.py tests/test_public.py \
		tests/test_resolver.py tests/test_rules.py tests/cli/test_group.py tests/cli/test_jsonl.py tests/cli/test_resolve.py \
		tests/cli/test_scan.py

fuzz: $(FUZZ)
	$(BIN)/python -m tests.fuzz grammar --seconds $(SECONDS) --first $$(date +%s)
	mkdir -p build/fuzz
	$(BIN)/python -m tests.fuzz.coverage -max_total_time=$(SECONDS) build/fuzz

demo: $(RUN)
	$(BIN)/diplocal demo out

schemas: $(DEV)
	$(BIN)/python -m docs.programme_file

docs: $(DEV)
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --builder html docs docs/_build/html

accuracy: $(BENCH)
	$(BIN)/python -m tests.benchmarks.accuracy --reliability

misses: $(RUN)
	$(BIN)/python -m tests.benchmarks.misses

quality: $(QUALITY)
	$(BIN)/python -m tools.quality --mutants $(MUTANTS) --whole

bench: $(BENCH) $(if $(COMPILER),$(COMPILED)/.installed)
	$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) $(COMPILED) docs/_build build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/.made:
	@if [ -z '$(PYTHON)' ]; then echo 'diplocal needs Python 3.11 or newer, and found none on the PATH.' \
		'Say where one is: make PYTHON=/path/to/python3' >&2; exit 1; fi
	@if ! $(PYTHON) -c '$(IS_NEW_ENOUGH)'; then echo 'diplocal needs Python 3.11 or newer;' \
		'$(PYTHON) is' "$$($(PYTHON) --version 2>&1)." 'Say where a newer one is:' \
		'make PYTHON=/path/to/python3' >&2; exit 1; fi
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP_INSTALL) --upgrade 'pip>=25.1' # the first pip that reads [dependency-groups]
	@touch $@

$(RUN): $(VENV)/.made pyproject.toml
	$(EDITABLE) '.[html]'
	@touch $@

$(DEV): $(VENV)/.made pyproject.toml
	$(EDITABLE) . --group dev
	@touch $@

$(FUZZ): $(DEV)
	$(EDITABLE) . --group fuzz
	@touch $@

$(QUALITY): $(DEV)
	$(EDITABLE) . --group quality
	@touch $@

$(BENCH): $(VENV)/.made pyproject.toml
	$(EDITABLE) . --group bench
	@touch $@

# Nothing to run a test with is worse than a test that skips: without a network, the others still run.
$(NODE): $(VENV)/.made
	npm install --prefix $(VENV) --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error \
		$(NODE_PACKAGES) && touch $@ || echo "npm could not install $(NODE_PACKAGES): the tests that want them will skip"

# Built from the source distribution, as a release is.
$(COMPILED)/.installed: $(VENV)/.made pyproject.toml $(shell find src -name '*.py')
	$(PIP_INSTALL) 'build>=1.2'
	$(PYTHON) -m venv --clear $(COMPILED)
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m build --outdir $(COMPILED)/dist . >$(COMPILED)/build.log 2>&1 \
		|| { tail -n 20 $(COMPILED)/build.log; exit 1; }
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check $(COMPILED)/dist/*.whl --group test
	@touch $@
