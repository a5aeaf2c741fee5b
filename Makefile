# Everything is made in .venv at the root: `make demo` and `make test` do their own set-up, once.
# Needed beforehand: python3.11 with venv, make, and a C library.

PYTHON ?= python3.11
BIN := .venv/bin
READY := .venv/.ready
DEMO := demo
# What the environment and the gazetteer's index are made from.
MADE_FROM := pyproject.toml constraints.txt hatch_build.py \
  $(wildcard src/recuento/gazetteer/*.py) $(wildcard src/recuento/gazetteer/tables/*)

.PHONY: demo test setup lint types imports pytest browser docs picture clean

setup: $(READY)

$(READY): $(MADE_FROM)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --build-constraint constraints.txt \
	  --group dev --editable .
	touch $(READY)

# Reads the invented example reports into a fresh ledger, and writes a page about them. A command that ends with 1 did
# its work and named problems in the data.
demo: $(READY)
	rm -rf $(DEMO) && mkdir $(DEMO)
	@echo; echo "== The claims of the invented example reports"
	@$(BIN)/recuento read src/recuento/examples/reports --ledger $(DEMO)/recuento.db --format table || [ $$? -eq 1 ]
	@echo; echo "== The tally: who says what, in exact words; parts stand under their whole"
	@$(BIN)/recuento tally --ledger $(DEMO)/recuento.db --format table || [ $$? -eq 1 ]
	@echo; echo "== What differs"
	@$(BIN)/recuento differences --ledger $(DEMO)/recuento.db --format table
	@$(BIN)/recuento report --ledger $(DEMO)/recuento.db --out $(DEMO)/report.html
	@echo; echo "The ledger is $(DEMO)/recuento.db; the page is $(DEMO)/report.html: open it in a browser."

test: lint types imports browser pytest

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy src

imports: $(READY)
	$(BIN)/lint-imports

pytest: $(READY)
	$(BIN)/pytest -n 2 -rs

# The page is tested in Chromium. It is installed where that is allowed; else those tests are skipped and say so.
browser:
	@if command -v chromium > /dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  echo "Chromium is missing: installing Debian's for the browser tests"; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium \
	    > /dev/null; } || echo "Chromium can't be installed: the browser tests will be skipped"; \
	else echo "Chromium is missing (apt-get install chromium): the browser tests will be skipped"; fi

# The pages of docs/ that follow from the code.
docs: $(READY)
	$(BIN)/python docs/make_docs.py

# The picture of the page in README.md.
picture: demo browser
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1180,2150 \
	  --screenshot=docs/page.png file://$(CURDIR)/$(DEMO)/report.html 2> /dev/null

clean:
	rm -rf .venv $(DEMO) .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
