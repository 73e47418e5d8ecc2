# Everything that people and CI run. `make demo` and `make test` need Python 3.11 or newer, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
READY := $(VENV)/ready
TODAY := 2026-09-07
ROUNDS ?= 100

.PHONY: demo test check regen docs bench soak clean

demo: $(INSTALLED)  ## lint a catalog after a bad quarter, and write its weekly digest
	@echo "== prodops lint on examples/tangled: it finds much, so it exits with 1"
	@$(BIN)/prodops lint -C examples/tangled --today $(TODAY); test $$? -eq 1
	@echo
	@echo "== prodops report weekly on examples/tangled"
	@mkdir -p build
	@$(BIN)/prodops report weekly -C examples/tangled --worktree --today $(TODAY) -o build/weekly.md
	@head -n 60 build/weekly.md
	@echo "… the whole digest is in build/weekly.md"

test: $(READY) check  ## everything that CI runs
	$(BIN)/pytest -n 2 --dist worksteal -q

check: $(READY)  ## form, lint and types
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

regen: $(READY)  ## write golden files, schemas and generated docs again
	$(BIN)/pytest -q --regen

docs: $(READY)  ## build the site of the documentation into build/site
	$(BIN)/zensical build --strict

soak: $(READY)  ## look for surprises: properties and oracles with other examples, round after round (ROUNDS=100)
	$(BIN)/pytest -q --with-network tests/ci/test_hook.py tests/ci/test_editors.py
	for round in $$(seq $(ROUNDS)); do \
		$(BIN)/pytest -q -n 2 --hypothesis-profile=soak tests/documents tests/models tests/catalog tests/changes \
			tests/overlap tests/encounters tests/statistics tests/sizing tests/outputs tests/importers \
			tests/fixes/test_properties.py tests/fixes/test_chains.py \
			tests/fixes/test_assign.py tests/lint/test_accept.py tests/test_escape.py \
			tests/editor/test_any_text.py tests/editor/test_ruler.py || exit 1; \
	done
	$(BIN)/pytest -q -n 2 --rounds=$(ROUNDS) tests/mutants tests/bad tests/documents/test_fuzz.py \
		tests/reports/test_books.py tests/reports/test_hostile.py tests/reports/test_templates.py
	$(BIN)/pytest -q -n 2 --rounds=$$((5 * $(ROUNDS))) tests/disasters
	$(BIN)/pytest -q -n 2 --rounds=$(ROUNDS) tests/determinism tests/cli/test_hostile_text.py \
		tests/cli/test_hostile_revisions.py tests/fixes/test_kill.py tests/exporters/test_odd.py

bench: $(READY)  ## measure against peers, side by side; writes docs/benchmarks.md
	$(BIN)/pip install --quiet --group bench -c constraints.txt
	$(BIN)/python benchmarks/run.py

vscode:  ## build the extension for Visual Studio Code; needs npm
	cd editors/vscode && npm install --no-package-lock --no-audit --no-fund
	@mkdir -p build
	cd editors/vscode && npm run build -- --out ../../build/prodops.vsix
	@echo "code --install-extension build/prodops.vsix"

clean:
	rm -rf $(VENV) build

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "prodops needs Python 3.11 or newer; say which with: make PYTHON=python3.12 test")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --editable .
	touch $(INSTALLED)

$(READY): $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --group dev
	touch $(READY)
