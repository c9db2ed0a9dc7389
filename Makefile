# The commands of this project; `make` alone lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
PORT ?= 8000
export PORT
# The first Python that is new enough; `make PYTHON=/path/to/python3` names another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: help setup setup-tests run demo test lint format bench
help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 14

setup: .venv/.installed-run static/dist/.built $(CATALOGUES) ## install and build what has changed

setup-tests: setup .venv/.installed

run: setup ## show the site on http://localhost:8000 (PORT= changes it)
	@$(BIN)/python manage.py run_site --port $(PORT)

demo: setup ## fill the site with demonstration content
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_demo

test: setup-tests ## run every test; a browser is installed if the user may
	@sh scripts/find_chromium.sh
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: setup-tests ## check style, import order, templates, migrations and catalogues
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m djlint --lint templates --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m commemoration.core.languages.compiled --check locale

format: setup-tests ## format the code
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

bench: setup-tests ## measure, and print the figures with the size of the data
	$(BIN)/python -m bench

.venv/.installed-run: requirements.txt scripts/make_venv.sh
	@sh scripts/make_venv.sh "$(PYTHON)"
	@echo "Installing Python packages …"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.installed: requirements-dev.txt requirements-iiif.txt .venv/.installed-run
	@echo "Installing the packages that tests and checks need …"
	@$(PIP) -r requirements-dev.txt
	@$(PIP) --no-deps -r requirements-iiif.txt
	@touch $@

node_modules/.installed: package-lock.json requirements-node.txt | .venv/.installed-run
	@echo "Installing front-end packages …"
	@sh scripts/with_node.sh npm ci --no-update-notifier --no-audit --no-fund --loglevel=error
	@touch $@

static/dist/.built: node_modules/.installed build.mjs $(shell find static -type f -not -path 'static/dist/*')
	@echo "Building style sheets and scripts …"
	@mkdir -p static/dist
	@sh scripts/with_node.sh npm run --silent build
	@touch $@

%.mo: %.po .venv/.installed-run
	@$(BIN)/python -m commemoration.core.languages.compiled $<
