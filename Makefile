# run · test · check · seed · bench · docs. Each prepares what it needs; a second run is quick
# and needs no network.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run
export PYTHONUTF8 := 1

PYTHON ?= python3
BIN := .venv/bin
PACKAGES := .venv/.packages
READY := .venv/.ready

.PHONY: run test check seed bench docs lock system

run: $(READY)   ## prepare the database, load the demonstration once, serve until Ctrl-C
	@exec $(BIN)/duibiao serve $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

seed: $(READY)   ## load the demonstration city into the database
	@$(BIN)/python -m duibiao.demo

check: $(READY)   ## everything that needs no run: layout, lint, types, arrows, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/django-admin makemigrations --check --dry-run --settings duibiao.config.settings

# The tests that touch the database run on PostgreSQL first; then everything, on SQLite.
test: system check   ## everything, browser and both databases included
	$(BIN)/pytest -q -m database --database=postgres
	$(BIN)/pytest -q --database=sqlite

bench: $(READY)   ## the benchmarks, every baseline measured in the same run
	@$(BIN)/duibiao bench compare

docs: $(READY)   ## write docs/method from tests/rules
	@$(BIN)/python -m tests.docs

lock: $(READY)   ## write requirements.lock again from pyproject.toml
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --extra dev pyproject.toml -o requirements.lock

system:
	@.ci/system

$(PACKAGES): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or later is needed (make PYTHON=...)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { echo 'The venv module of Python is needed (Debian: apt-get install python3-venv)' >&2; exit 1; }
	@test -x $(BIN)/python || { rm -rf .venv; $(PYTHON) -m venv .venv; }
	@echo 'Installing the packages of requirements.lock (once) ...'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(READY): $(PACKAGES) pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@
