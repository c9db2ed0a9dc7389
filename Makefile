# The commands of this project; `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export PORT

.PHONY: help run test lint format bench demo setup
help: ## list the commands
	@grep -E '^[a-z_-]+:.*## ' Makefile | sed 's/:.*## /\t/'

.venv/.installed: requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

node_modules/.installed: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	touch $@

static/dist/.built: node_modules/.installed build.mjs $(shell find static/css static/js -type f)
	npm run -s build
	touch $@

setup: .venv/.installed static/dist/.built ## install and build what has changed

run: setup ## show the site on http://localhost:8000 (PORT= changes it)
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py runserver --noreload $(PORT)

test: setup ## run every test
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: .venv/.installed ## check style, import order, templates and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint --check --lint templates --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/.installed ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat templates --quiet
