# Two commands: `make demo` runs the main job, `make test` the checks. Both set up what they need in .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test lint types check scores bench codebook lock clean

demo: $(READY)
	$(BIN)/govreports replay fixtures/recordings/*
	$(BIN)/govreports coverage
	$(BIN)/govreports show --unit 苇渡镇 --year 2014

test: lint types check
	$(BIN)/pytest

# The round trip of tests/roundtrip with 100,000 new examples; about an hour.
soak: $(READY)
	ROUNDTRIP_EXAMPLES=100000 $(BIN)/pytest tests/roundtrip

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

# No quality score may fall below the committed one; `make scores` keeps what is measured now.
check: $(READY)
	$(BIN)/python -m bench.scores

scores: $(READY)
	$(BIN)/python -m bench.scores accept

# Quality and times beside named peers, as docs/benchmarks.md has them; takes minutes.
bench: .venv/bench
	$(BIN)/python -m bench

.venv/bench: $(READY) requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

# The exact versions the two commands run with; made anew by `make lock` when pyproject.toml changes.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "govreports needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# docs/codebook.md, made anew; its examples are from the saved pages and the half of the corpus that anybody may read.
TUNED = $(patsubst %.truth.json,%,$(shell grep -l '"half": "tuned"' fixtures/corpus/*.truth.json))
codebook: $(READY)
	$(BIN)/govreports codebook fixtures/pages $(sort $(wildcard $(TUNED:=.html) $(TUNED:=.txt))) > docs/codebook.md.new
	mv docs/codebook.md.new docs/codebook.md

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --extra dev --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --extra dev --extra bench --python-version 3.11 -c requirements.lock pyproject.toml -o requirements-bench.lock

clean:
	rm -rf .venv data .pytest_cache .mypy_cache .ruff_cache .hypothesis
