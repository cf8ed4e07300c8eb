# make run   serves the dashboard on http://127.0.0.1:8050
# make audit licences of what is installed, and its known holes where pip-audit is there
# make test  lint, types, the data check and all tests, the browser tests included
# make bench  measures speed, size and memory, beside other frames where they are installed, and writes the README's table
# make bundle  a plotly.js of only the traces used, a third of the size (needs npm)
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check audit bench bundle clean

run: .venv/run
	$(BIN)/python -m dashboard

test: .venv/dev
	sh .ci/browser
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m dashboard check
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: .venv/run
	$(BIN)/python -m dashboard check

audit: .venv/run
	$(BIN)/python benchmarks/licences.py
	@if $(BIN)/python -c "import pip_audit" 2>/dev/null; then $(BIN)/python -m pip_audit --requirement requirements.txt; \
	else echo "pip-audit is not installed: known holes were not looked up (it needs a network)"; fi

.venv/run: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

.venv/dev: requirements-dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@

# The other frames are installed apart: what they bring along would weigh on what is measured of ours.
bench: .venv/dev .venv/peers/bin/streamlit
	$(BIN)/python -m benchmarks

.venv/peers/bin/streamlit: benchmarks/requirements.txt .venv/run
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip install --quiet --requirement benchmarks/requirements.txt
	touch $@

bundle: .venv/run
	bash deploy/bundle/build.sh $(BIN)/python

clean:
	rm -rf .venv deploy/bundle/build deploy/bundle/node_modules .mypy_cache .ruff_cache .pytest_cache
