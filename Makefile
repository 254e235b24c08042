# The commands of the house. `make demo` and `make test` need nothing before them but Python >= 3.11 and Node >= 20.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check package reproducible audit lock quality bench bench-page browsers test-python test-extension \
	test-browser security fuzz soak mutation screenshots clean

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)) python3)
BIN := .venv/bin
PEERS := build/quality

# Exactly the packages of a lock file, and only ready-made ones: a changed byte, or a package that would run code of its own to install, is refused.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' pyproject.toml

PYTHON_READY := .venv/.ready
SECURITY_READY := .venv/.security-ready
NODE_READY := extension/node_modules/.ready
BUILT := extension/.output/.ready
EXTENSION_SOURCES := $(shell find extension/src extension/entrypoints extension/public extension/sites extension/locales \
	extension/lines rules/lessons -type f 2>/dev/null) extension/wxt.config.ts extension/yaml-files.ts \
	extension/relative-paths.ts server/porte_parole/identity.json

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

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

package: setup $(SECURITY_READY) ## the wheel, the store archives, their lists of parts and their sums, in dist
	@$(BIN)/python server/release.py

reproducible: setup $(SECURITY_READY) ## package twice in two places, and once more from the stores' sources: the same bytes
	$(BIN)/python tests/security/reproducible.py

security: setup browsers $(SECURITY_READY) ## every attack, bad input and fault of the list: what was tried, and what came of it
	$(BIN)/python tests/security/report.py

fuzz: setup $(SECURITY_READY) ## 1,000,000 inputs each for rule loader, envelope and analyzer
	$(BIN)/python tests/security/fuzz.py

soak: setup $(SECURITY_READY) ## memory, handles and answers over time (MINUTES=60)
	$(BIN)/python tests/security/soak.py $(or $(MINUTES),60)

mutation: setup $(SECURITY_READY) ## take each check out of gate and envelope: a test must fail
	$(BIN)/python tests/security/mutation.py

audit: $(SECURITY_READY) $(NODE_READY) ## known vulnerabilities in what the lock files pin
	@$(BIN)/python tests/security/audit.py

lock: $(SECURITY_READY) ## write the lock files again from pyproject.toml (UPGRADE=--upgrade: the newest of what is not pinned there)
	$(LOCK) $(UPGRADE) -o server/locks/run.txt
	$(LOCK) $(UPGRADE) --extra dev -c server/locks/run.txt -o server/locks/dev.txt
	$(LOCK) $(UPGRADE) --extra dev --extra security -c server/locks/dev.txt -o server/locks/security.txt
	$(LOCK) $(UPGRADE) --extra dev --extra quality -c server/locks/dev.txt -o server/locks/quality.txt

quality: $(PYTHON_READY) ## precision, recall and nags, beside peers (SCENARIOS=folder DATA=folder QUALITY=--learned)
	@$(MAKE) --no-print-directory $(PEERS)/.ready || echo "Some of them could not be installed: the report says which."
	@$(BIN)/python tests/quality/quality.py $(if $(SCENARIOS),--scenarios $(SCENARIOS)) $(if $(DATA),--data $(DATA)) \
		--peers $(PEERS) $(QUALITY)

$(PEERS)/.ready: $(PYTHON_READY) server/locks/quality.txt
	@echo "Installing other people's tools to compare with, into .venv and $(PEERS) …"
	@mkdir -p $(PEERS)
	@failed=0; \
		$(INSTALL) server/locks/quality.txt || failed=1; \
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

$(PYTHON_READY): pyproject.toml server/locks/dev.txt server/wheel_contents.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Porte-parole needs Python 3.11 or later; $(PYTHON) is older or missing."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "This Python cannot make virtual environments: install its venv package (Debian: python3-venv)."; exit 1; }
	@echo "Installing the Python packages into .venv …"
	@$(INSTALL) server/locks/dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(SECURITY_READY): $(PYTHON_READY) server/locks/security.txt
	@echo "Installing what tries to break Porte-parole …"
	@$(INSTALL) server/locks/security.txt
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
