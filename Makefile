# `make lab` opens the notebooks, `make test` runs every check; both set up what they need in .venv first.

VENV := .venv
# Windows keeps the programs of a virtual environment in Scripts.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help lab test quick lint bench floors strip clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

lab: $(READY) ## open JupyterLab on the notebooks
	$(BIN)/python -m toolkit lab

test: lint ## every check: style, types, layers, and all tests
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not browser and not bench"
	$(BIN)/python -m pytest -m browser

quick: $(READY) ## the tests that take less than a minute together
	$(BIN)/python -m pytest -n auto --dist loadgroup -m "not slow and not browser and not bench"

lint: $(READY) ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## the cost of extraction, as a ratio to parsing
	$(BIN)/python -m pytest tests/bench -m bench -s

floors: $(READY) ## raise the quality floors to what is measured now; needs the development sets
	$(BIN)/python tests/quality.py --raise
	$(BIN)/python tests/readme.py

strip: $(READY) ## take the outputs out of the notebooks, as git keeps them
	$(BIN)/nbstripout notebooks/*.ipynb

clean: ## remove the environment and everything that tools left behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Made again whenever the dependencies change; a second run has nothing to do.
$(READY): pyproject.toml constraints.txt
	@sh .ci/python || exit 1
	"$$(sh .ci/python)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $(READY)
