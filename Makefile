# run · test · check · seed · bench · docs. Each prepares what it needs; a second run is quick
# and needs no network.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run
export PYTHONUTF8 := 1

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
SERVING := .venv/.serving
TESTING := .venv/.testing

.PHONY: run test check seed bench docs lock

run: $(SERVING)   ## prepare the database, load the demonstration once, serve until Ctrl-C
	@exec $(BIN)/duibiao serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

seed: $(SERVING)   ## load the demonstration into the database
	@$(BIN)/python -m duibiao.config.seed

check: $(TESTING)   ## everything that needs no run: layout, lint, types, arrows, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DUIBIAO_HOME=$$(mktemp -d) $(BIN)/django-admin makemigrations --check --dry-run --settings tests.settings --pythonpath .

test: check   ## everything, the browser and both databases included
	@.ci/system
	@.ci/both

bench: $(TESTING)   ## the benchmark, every baseline measured in the same run
	@$(BIN)/duibiao bench compare

docs: $(TESTING)   ## write docs/method from tests/rules
	@$(BIN)/python -m tests.docs

lock: $(TESTING)   ## write both locks again from pyproject.toml
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --extra dev pyproject.toml -o requirements.lock
	echo setuptools | $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url -c requirements.lock pyproject.toml - -o requirements-run.lock

# What the site needs to run, and the site itself.
$(SERVING): requirements-run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or later is needed (make PYTHON=...)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo 'The venv module of Python is needed (Debian: apt-get install python3-venv)' >&2; exit 1; }
	@test -x $(BIN)/python || { rm -rf .venv; $(PYTHON) -m venv .venv; }
	@echo 'Installing what the site needs (once) ...'
	@$(PIP) --require-hashes -r requirements-run.lock
	@$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

# What the tests need besides.
$(TESTING): $(SERVING) requirements.lock
	@echo 'Installing what the tests need (once) ...'
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@
