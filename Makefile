# elearn: what there is. `make` alone prints this list.
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench lock texts codemirror
PYTHON ?= python3
PORT ?= 8000
# What Python compiles is kept, whatever the shell says of it: a start then takes one second instead of three.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/bytecode

help:  ## print what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

setup:  ## make .venv, install the locked packages, compile translations
	@$(PYTHON) scripts/setup.py

run: setup  ## serve on http://127.0.0.1:8000 with demo people (PORT=8001 for another port)
	@ELEARN_PORT=$(PORT) .venv/bin/python -m scripts.start

test:  ## lint, types, every test on SQLite and on PostgreSQL, journeys in Chromium
	@$(PYTHON) scripts/setup.py --dev
	@.venv/bin/python -m scripts.test

check:  ## lint and types only
	@$(PYTHON) scripts/setup.py --dev
	@.venv/bin/python -m scripts.check

bench:  ## load the production server and a bare page, and print both
	@$(PYTHON) scripts/setup.py --dev
	@.venv/bin/python -m scripts.bench

lock:  ## lock the packages anew from the .in files
	@$(PYTHON) scripts/setup.py --dev
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header requirements-node.in -o requirements-node.txt

codemirror:  ## bundle CodeMirror for the studio's editor (without it, a plain field)
	@$(PYTHON) scripts/setup.py
	@.venv/bin/python -m scripts.codemirror

texts:  ## collect the interface's texts into elearn/translations
	@$(PYTHON) scripts/setup.py --dev
	@.venv/bin/python -m scripts.texts
