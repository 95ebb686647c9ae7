# What a developer runs; each line is a command of its own as well. `make help` lists them.
.PHONY: help setup test lint types layers all start site packages release pictures translations locks native
python := .venv/bin/python

help:  ## list what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'
setup:  ## set up .venv and run the tests
	python3 packaging/check.py
test:  ## run tests: make test files="tests/unit/search"
	$(python) -m pytest -q $(files)
lint:  ## lint and form
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
types:  ## types
	.venv/bin/mypy && .venv/bin/mypy --no-namespace-packages packaging/*.py
layers:  ## which package may import which
	.venv/bin/lint-imports --no-cache
all:  ## all that must hold before a change goes in
	.ci/run
start:  ## open the window on the sample
	$(python) -P -m findling --library build/library app resources/sample
site:  ## docs/ as a site, at the address that it tells
	uv run --no-project --with mkdocs-material mkdocs serve --config-file packaging/mkdocs.yml
packages:  ## the frozen program, its archive, .deb and .rpm
	$(python) packaging/freeze.py && $(python) packaging/build_packages.py
release:  ## look whether this commit may be released
	$(python) packaging/release.py --dry-run
pictures:  ## pictures of the documentation
	$(python) packaging/draw_pictures.py
translations:  ## collect and build translations
	$(python) packaging/translate.py
locks:  ## renew the exact versions
	python3 packaging/lock.py
native:  ## build the vector index for all systems
	uv run --no-project --with ziglang==0.17.1 packaging/build_native.py
