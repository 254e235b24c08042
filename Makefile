# The commands of the house. `make demo` and `make test` need nothing before them but Python >= 3.11 and Node >= 20.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check package quality bench bench-page browsers test-python test-extension test-browser screenshots clean

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)) python3)
BIN := .venv/bin
PEERS := build/quality

PYTHON_READY := .venv/.ready
NODE_READY := extension/node_modules/.ready
BUILT := extension/.output/.ready
EXTENSION_SOURCES := $(shell find extension/src extension/entrypoints extension/public extension/sites extension/locales \
	extension/lines rules/lessons -type f 2>/dev/null) extension/wxt.config.ts extension/yaml-files.ts server/porte_parole/identity.json

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(PYTHON_READY) $(BUILT) ## create .venv, install, build the extension for both browsers

demo: setup ## check one post in the terminal and open the practice page (DEMO=--once: no browser, then stop)
	@$(BIN)/porte-parole demo $(DEMO)

test: check test-extension browsers test-browser test-python ## everything that gates a change

check: setup ## lint and types only
	$(BIN)/ruff check server tests
	$(BIN)/ruff format --check server tests
	$(BIN)/mypy
	cd extension && npm run --silent lint && npm run --silent types && npm run --silent lint:addon

test-python: setup ## server, rules and architecture
	$(BIN)/pytest -q

test-extension: setup ## the extension's own units
	cd extension && npm run --silent test

test-browser: setup browsers ## real editors in real Chromium and Firefox
	cd extension && npm run --silent pages && npm run --silent test:browser

browsers: ## install Chromium and Firefox ESR where that is possible
	@sh tests/browser/install-browsers.sh

screenshots: setup browsers ## pictures of what people see, in tests/browser/results
	cd extension && npm run --silent pages && npm run --silent screenshots

package: setup ## the wheel and the store archives, in dist
	rm -rf dist
	$(BIN)/hatchling build -t wheel -d dist
	cd extension && npm run --silent zip
	cp extension/.output/*.zip dist/

quality: $(PYTHON_READY) ## precision, recall and nags, beside peers (SCENARIOS=folder DATA=folder QUALITY=--learned)
	@$(MAKE) --no-print-directory $(PEERS)/.ready || echo "Some of them could not be installed: the report says which."
	@$(BIN)/python tests/quality/quality.py $(if $(SCENARIOS),--scenarios $(SCENARIOS)) $(if $(DATA),--data $(DATA)) \
		--peers $(PEERS) $(QUALITY)

$(PEERS)/.ready: pyproject.toml
	@echo "Installing other people's tools to compare with, into .venv and $(PEERS) …"
	@mkdir -p $(PEERS)
	@failed=0; \
		$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[quality]' || failed=1; \
		npm install --prefix $(PEERS) --no-save --no-package-lock --no-audit --no-fund --loglevel=error --silent \
			alex@11.0.1 cuss@2.2.0 naughty-words@1.2.0 || failed=1; \
		test $$failed = 0 && touch $@

bench: setup ## speed of the engine and of the server
	$(BIN)/python tests/benchmarks/engine.py
	$(BIN)/python tests/benchmarks/round_trip.py

bench-page: setup browsers ## what typing in a page costs, with and without the extension (HOUR=1: an hour of it)
	cd extension && npm run --silent pages && npm run --silent bench:typing
	$(if $(HOUR),cd extension && npm run --silent bench:hour)

clean: ## remove everything that was installed or built here
	rm -rf .venv dist build extension/node_modules extension/.output extension/.wxt tests/node_modules tests/pages/built

$(PYTHON_READY): pyproject.toml server/wheel_contents.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Porte-parole needs Python 3.11 or later; $(PYTHON) is older or missing."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "This Python cannot make virtual environments: install its venv package (Debian: python3-venv)."; exit 1; }
	@echo "Installing the Python packages into .venv …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(NODE_READY): extension/package.json extension/package-lock.json
	@node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' || \
		{ echo "Porte-parole needs Node.js 20 or later to build the extension."; exit 1; }
	@echo "Installing what builds and tests the extension …"
	@cd extension && npm ci --no-audit --no-fund --loglevel=error --silent
	@touch $@

$(BUILT): $(NODE_READY) $(EXTENSION_SOURCES)
	@echo "Building the extension for Chrome, Edge and Firefox …"
	@cd extension && npm run --silent build
	@touch $@
