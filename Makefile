# The four commands of the project. Each works as the first and only one on a machine with Python 3.11+, make, git and python3-venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check report test lock schema clean browser

site: $(VENV)/.site
	$(BIN)/mkdocs build --strict

serve: $(VENV)/.site
	$(BIN)/mkdocs serve

check: $(VENV)/.site
	$(BIN)/kennisstad check

# Tells editors how many records there are and which ask for work.
report: $(VENV)/.site
	@$(BIN)/kennisstad report

test: $(VENV)/.test browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/kennisstad schema --check
	$(BIN)/kennisstad check
	$(BIN)/mkdocs build --strict
	$(BIN)/pytest

# Writes what is made from the model: data/schema/ and docs/velden.md, docs/fields.md.
schema: $(VENV)/.site
	$(BIN)/kennisstad schema

# Renews the lock files within the bounds of pyproject.toml. No file names the registry it came from. Run it with the oldest
# Python that the site has to build on (Debian 12: `make lock PYTHON=/usr/bin/python3`), so that what is locked installs there.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --disable-pip-version-check 'pip-tools>=7.4,<8'
	for extra in build build,test; do \
	  $(VENV)-lock/bin/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header \
	    --extra $$extra --output-file requirements/$$(test $$extra = build && echo site || echo test).txt pyproject.toml || exit 1; \
	done

clean:
	rm -rf site .cache $(VENV) $(VENV)-lock

$(VENV)/.site: requirements/site.txt pyproject.toml
	$(call install,requirements/site.txt)

$(VENV)/.test: requirements/test.txt pyproject.toml
	$(call install,requirements/test.txt)
	touch $(VENV)/.site

define install
test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1)
$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch $@
endef

# The tests drive the system's Chromium. As root it is installed, else the command to do so is shown.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else echo 'The tests need Chromium. Run: sudo apt-get install chromium' >&2; exit 1; fi; }
