# Two commands for everyone: `make demo` and `make test`. Each does all its own set-up.
BIN := .venv/bin
DATA := ../shared/data
GOLD := ../shared/gold

# Where bytecode is not to be kept, every worker and every command of the tests would compile the package anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: bundle demo test unit slow kills lint docs score errors bench-reading bench-ledger bench-threads bench-pages lock screenshots clean

demo: ## read the bundled dossier and show it in the browser
	@scripts/setup
	@$(BIN)/servanda demo $(ARGS)

test: ## everything that CI runs
	@scripts/setup dev
	@$(MAKE) --no-print-directory lint unit slow docs

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: ## tests without browser, server or whole commands
	$(BIN)/pytest -m "not slow" -n 2 --dist loadfile

slow: ## a real browser, server and the commands as a newcomer runs them
	$(BIN)/pytest -m slow -n 2 --dist loadfile tests/store
	$(BIN)/pytest -m slow --ignore tests/store

kills: ## the ledger under stress for longer: a thousand killed processes, and a minute of many at once
	SERVANDA_LONG_TESTS=1 $(BIN)/pytest -m slow --timeout 3600 tests/store/test_kills.py tests/store/test_crowds.py

docs:
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

score: ## measure the reading against gold codings: make score GOLD=../shared/gold
	@scripts/setup
	@rm -rf build/codings && $(BIN)/servanda code $(GOLD) --out build/codings
	@$(BIN)/servanda score $(GOLD) build/codings
	@$(BIN)/python bench/linking.py $(dir $(GOLD))

errors: ## what is still missed, by class, into docs/error-analysis.md
	@scripts/setup
	@rm -rf build/codings && $(BIN)/servanda code $(GOLD) --out build/codings >/dev/null
	@$(BIN)/python bench/errors.py $(GOLD) build/codings

bench-reading: ## ours beside the peers, part by part: make bench-reading DATA=../shared/data [PARTS="times quantities"]
	@scripts/setup
	@scripts/bench-setup
	@.venv-bench/bin/python bench/reading.py $(DATA) $(PARTS)

bench-ledger: ## pages of a million records, timed: make bench-ledger [SERVER=postgresql://user@host/empty_database]
	@scripts/setup dev
	@$(BIN)/python bench/ledger.py build/ledgers $(if $(SERVER),--server $(SERVER))

bundle: ## build the scripts of the pages from bundle/ and the locked npm libraries
	cd bundle && npm ci --ignore-scripts --no-audit --no-fund && node build.js

bench-pages: ## pages of 100,000 records: server time and weight of each
	@scripts/setup dev
	@$(BIN)/python bench/pages.py build/ledgers

bench-threads: ## seconds to link ledgers of 500 to 3,500 documents: make bench-threads LEDGER=servanda.db
	@$(BIN)/python bench/threads.py $(LEDGER)

lock: ## renew the locked dependencies
	$(BIN)/uv lock --upgrade

screenshots: ## each page, wide and narrow, light and dark, into screenshots/
	@scripts/setup dev
	@mkdir -p build && $(BIN)/servanda demo --no-serve --ledger build/screenshots.db >/dev/null
	$(BIN)/python bench/screenshots.py build/screenshots.db

clean:
	rm -rf .venv .venv-bench .uv build site screenshots .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
