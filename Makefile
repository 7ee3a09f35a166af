# Everything a newcomer runs. `make demo` and `make test` set up what they need, on a machine with Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
BENCH := $(VENV)/.installed-bench

.PHONY: setup demo serve chromium test gate bench clean requirements

setup: $(RUN)

demo: $(RUN)
	$(BIN)/tawatur report sample/pages --outlets sample/outlets.toml
	@printf '\nThe same in a browser: make serve\n'

serve: $(RUN)
	$(BIN)/tawatur add sample/pages --outlets sample/outlets.toml --db $(VENV)/sample.db
	$(BIN)/tawatur serve --outlets sample/outlets.toml --db $(VENV)/sample.db

# The tests look at the reader's pages in a real browser; where there is none and no way to one, they are skipped.
chromium:
	@command -v chromium >/dev/null || { SUDO=$$(command -v sudo || true); command -v apt-get >/dev/null \
		&& $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium >/dev/null; } || true

test: $(DEV) chromium
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/pytest -q -n 2

gate: $(DEV)
	$(BIN)/tawatur measure --floors tests/floors.json

bench: $(BENCH)
	$(BIN)/python bench/bench.py
	$(BIN)/python bench/articles.py
	$(BIN)/python bench/times.py
	$(BIN)/python -m bench.collecting
	$(BIN)/python -m bench.following
	$(BIN)/python -m bench.library
	$(BIN)/python -m bench.reader

clean:
	rm -rf $(VENV)

# Pinned with hashes; uv writes no addresses unless told to. Run after changing dependencies in pyproject.toml (needs uv).
requirements:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/run.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/dev.txt
	uv pip compile pyproject.toml --extra dev --extra bench --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/bench.txt
	printf 'flit_core>=3.12,<4\n' | uv pip compile - --python-version 3.11 --generate-hashes --no-header -q -o requirements/build.txt

# Debian ships venv apart from python3; where it is missing it is fetched first, with whatever right we have.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { \
		rm -rf $(VENV); \
		SUDO=$$(command -v sudo || true); \
		$$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }

# The files name every package with its hash, so pip has nothing left to resolve.
$(VENV)/.installed-%: requirements/%.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
