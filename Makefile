# The commands of the project. Each works as the first and only one on a machine with Python 3.11+, make, git and python3-venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site today publishable publish rollback hosting compressed hosts visit preview proposal-find proposal-tell proposal-post tick-find tick-do tick-push newsletter newsletter-proposal record record-proposal ledger ledger-proposal serve edit check report lint workflows quick test audit benchmark tools lock schema form pictures clean

site: $(VENV)/.site
	$(BIN)/mkdocs build --strict

# What is published each day: the site that speaks from today.
today: export SOURCE_DATE_EPOCH := $(shell date +%s)
today: site

# Refuses what is a preview: run it before a folder goes on the web.
publishable: $(VENV)/.site
	$(BIN)/kennisstad publishable

# What hosts have to be told of the site (headers, caching, types, redirects), in deploy/; at the address SITE_URL, else the programme's.
hosting: $(VENV)/.site
	$(BIN)/kennisstad hosting

# Beside each text of site/ what a host of one's own can send compressed.
compressed: $(VENV)/.site
	$(BIN)/kennisstad compress

# Asks Debian's nginx, Apache and Caddy on this machine whether they send what they were told, and a browser whether pages work so.
hosts: $(VENV)/.test tools
	$(BIN)/pytest tests/hosting

# Prints and keeps what a visit weighs in bytes, and what the site costs nginx beside a bare file (benchmarks/VISIT.md).
visit: $(VENV)/.test tools
	$(BIN)/python -m benchmarks.visit --write

# Puts what `make site` or `make today` built where a server shows it, in one step (a link that is swapped), and keeps the last three:
# make publish TARGET=/folder, or TARGET=user@host:/folder (rsync over ssh, then the swap). `make rollback` puts the one before it back.
export TARGET
publish: $(VENV)/.site
	@$(BIN)/kennisstad publish "$${TARGET:?Write TARGET=/folder or TARGET=user@host:/folder}"

rollback: $(VENV)/.site
	@$(BIN)/kennisstad rollback "$${TARGET:?Write TARGET=/folder or TARGET=user@host:/folder}"

# The site of a proposal, in preview/: what is wrong is left out and told on each page. Not to be published.
preview: $(VENV)/.site
	$(BIN)/kennisstad build --preview

# What the workflow `comment.yml` does about a pull request: finds it, has told what it changes, and says so below it. The first and
# the last ask GitHub with GH_TOKEN; the one between has no token, and nothing of what is proposed is run.
proposal-find:
	$(PYTHON) .github/proposal.py find

proposal-tell: $(VENV)/.site
	$(PYTHON) .github/proposal.py tell $(BIN)/kennisstad

proposal-post:
	$(PYTHON) .github/proposal.py post

# What the workflow about a ticked box does: looks who ticked what, has it done in the files of the proposal, and commits those there.
tick-find:
	$(PYTHON) .github/proposal.py boxes

tick-do: $(VENV)/.site
	$(PYTHON) .github/proposal.py tick $(BIN)/kennisstad

tick-push:
	$(PYTHON) .github/proposal.py push

# Begins a newsletter of what is new, in one file for an editor to shorten: make newsletter SINCE=2026-11-15 UNTIL=2026-11-29, or neither.
export SINCE UNTIL
newsletter: export SOURCE_DATE_EPOCH := $(shell date +%s)
newsletter: $(VENV)/.site
	$(BIN)/kennisstad newsletter $${SINCE:+--since "$$SINCE"} $${UNTIL:+--until "$$UNTIL"}

# What the button of the workflow does: proposes that file, on a branch of its own. GitHub's program `gh` asks for GH_TOKEN.
newsletter-proposal: newsletter
	git switch --create "newsletter-$$(date +%Y-%m-%d-%H%M)"
	git add content
	git -c user.name=newsletter -c user.email=newsletter@users.noreply.github.com commit --message "A newsletter to shorten"
	git push --set-upstream origin HEAD
	gh pr create --fill --base main

# Renames, merges or ends a record, or says that a translation is as new as its text: make record ACTION=rename KIND=project RECORD=old OTHER=new.
# What somebody typed in the button is looked at first: a word of small letters, digits and hyphens is no option and no command.
export ACTION KIND RECORD OTHER RESULT
record: $(VENV)/.site
	@case "$$ACTION/$$KIND/$$RECORD/$$OTHER" in \
	  */-* | *[!A-Za-z0-9./-]*) echo "Write a record's id: small letters, digits and hyphens, such as quay-garden." >&2; exit 1;; esac
	@case "$$ACTION" in rename|merge|end|translated) ;; *) echo "ACTION is rename, merge, end or translated." >&2; exit 1;; esac
	@case "$$ACTION" in \
	  rename|merge) $(BIN)/kennisstad "$$ACTION" "$$KIND" "$$RECORD" "$$OTHER";; \
	  end) $(BIN)/kennisstad end "$$RECORD" --on="$$OTHER" $${RESULT:+--result="$$RESULT"};; \
	  translated) $(BIN)/kennisstad translated "$$RECORD" $${OTHER:+"$$OTHER"};; esac > record.txt || { cat record.txt >&2; rm -f record.txt; exit 1; }
	@cat record.txt

# What the button of the workflow does: proposes that on a branch of its own, and tells there what was done.
record-proposal: record
	git switch --create "record-$$ACTION-$$(date +%Y-%m-%d-%H%M%S)"
	git add data content
	git -c user.name=records -c user.email=records@users.noreply.github.com commit --message "Records: $$ACTION $$RECORD $$OTHER"
	git push --set-upstream origin HEAD
	cut -c1-400 record.txt | head -n 200 | sed 's/^/    /' | gh pr create --base main --title "Records: $$ACTION $$RECORD $$OTHER" --body-file -

# Brings up to date what is kept of the data: numbers of records, which text each translation is of, which addresses the site has (none
# is taken out), and what tools offer to choose from.
ledger: $(VENV)/.site
	$(BIN)/kennisstad ledger
	$(BIN)/kennisstad addresses
	$(BIN)/kennisstad schema

# What the workflow does after each change: proposes that, on one branch that it begins anew, where anything changed.
ledger-proposal: ledger
	git add data/ledger.json data/addresses.json data/schema
	git diff --cached --quiet || { \
	  git switch --force-create ledger && \
	  git -c user.name=ledger -c user.email=ledger@users.noreply.github.com commit --message "The ledger is brought up to date [stil]" && \
	  git push --force --set-upstream origin ledger && \
	  { gh pr view ledger --json state --jq .state 2>/dev/null | grep -qx OPEN || gh pr create --fill --base main; }; }

serve: $(VENV)/.site
	$(BIN)/kennisstad serve $(if $(PORT),--port $(PORT))

edit: $(VENV)/.site
	$(BIN)/kennisstad edit $(if $(PORT),--port $(PORT))

check: $(VENV)/.site
	$(BIN)/kennisstad check $(if $(CHECK_FORMAT),--format $(CHECK_FORMAT))

# Tells editors how many records there are and which ask for work.
report: $(VENV)/.site
	@$(BIN)/kennisstad report

# What the code alone can tell: its form, its types, and which room may import which.
lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What could be misused in the workflows on GitHub; asks nothing of the network.
workflows: $(VENV)/.test
	$(BIN)/zizmor --offline --no-progress .github

# What a developer runs between two changes: all that needs no browser and no built site, in half a minute.
quick: lint
	$(BIN)/pytest tests/unit tests/golden tests/habits

test: lint workflows tools
	$(BIN)/kennisstad schema --check
	$(BIN)/kennisstad check $(if $(CHECK_FORMAT),--format $(CHECK_FORMAT))
	$(BIN)/mkdocs build --strict
	$(BIN)/pytest --numprocesses auto --dist loadfile -m 'not alone'
	$(BIN)/pytest -m alone

# What `make test` looks at on a sample of pages and after 20 edits, on every page and after 300. Takes long; a job runs it every night.
audit: $(VENV)/.test tools
	$(BIN)/pytest tests/audit tests/edits tests/site/test_all_or_nothing.py tests/site/test_publishing.py --every-page -rP

# Measures a build beside Hugo, Eleventy and MkDocs with Material. Takes long; let nothing else run.
benchmark: $(VENV)/.site .cache/benchmarks/.done
	$(BIN)/python -m benchmarks.run

.cache/benchmarks/.done: benchmarks/requirements.txt benchmarks/package.json benchmarks/package-lock.json
	mkdir -p $(@D)/node
	$(PYTHON) -m venv --clear $(@D)/venv
	$(@D)/venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement benchmarks/requirements.txt
	cp benchmarks/package.json benchmarks/package-lock.json $(@D)/node
	npm ci --prefix $(@D)/node --silent --ignore-scripts --no-audit --no-fund
	touch $@

# Writes what is made from the model: data/schema/ and docs/velden.md, docs/fields.md.
schema: $(VENV)/.site
	$(BIN)/kennisstad schema

# Bundles what others made for the form in the browser (`form/`) into a file that is committed; the site and its tests need no node.
form:
	sh form/bundle.sh

# Makes the pictures of the form in CONTRIBUTING.md and CONTRIBUTING.en.md anew, of the invented programme.
pictures: $(VENV)/.test tools
	$(BIN)/python -m docs.pictures

# Renews the lock files within the bounds of pyproject.toml. No file names the registry it came from. Run it with the oldest
# Python that the site has to build on (Debian 12: `make lock PYTHON=/usr/bin/python3`), so that what is locked installs there.
lock:
	@sh requirements/environment.sh $(PYTHON) $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --disable-pip-version-check 'pip-tools>=7.4,<8'
	for extra in build build,test; do \
	  $(VENV)-lock/bin/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header \
	    --extra $$extra --output-file requirements/$$(test $$extra = build && echo site || echo test).txt pyproject.toml || exit 1; \
	done
	$(VENV)-lock/bin/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header \
	  --output-file benchmarks/requirements.txt benchmarks/requirements.in
	for folder in requirements benchmarks form; do \
	  npm update --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund || exit 1; \
	done

clean:
	rm -rf site .cache $(VENV) $(VENV)-lock

# Runs each time, and renews .made only where the environment is made anew.
$(VENV)/.made: always
	@sh requirements/environment.sh $(PYTHON) $(VENV)
always:

$(VENV)/.site: requirements/site.txt pyproject.toml $(VENV)/.made
	$(call install,requirements/site.txt)

$(VENV)/.test: requirements/test.txt pyproject.toml $(VENV)/.made
	$(call install,requirements/test.txt)
	touch $(VENV)/.site

# Where pip fails (no network) the environment stays as it was; where it is stopped halfway, by Ctrl-C too, .installing stays.
define install
@touch $(VENV)/.installing
trap 'exit 130' INT; $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1) && \
$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . || { rm $(VENV)/.installing; exit 1; }
@rm $(VENV)/.installing
touch $@
endef

# The tests drive the system's Chromium; the audit runs a checker in Java and gets its tools with npm; hosts are asked what they send,
# each started by its test on a port of loopback. As root what is missing is installed, and no host of it is left running; else the
# one command to do so is shown.
PROGRAMS := chromium:chromium java:default-jre-headless npm:npm nginx:nginx-light apache2:apache2-bin ab:apache2-utils caddy:caddy
missing = $(foreach pair,$(PROGRAMS),$(if $(shell PATH="$$PATH:/usr/sbin" command -v $(word 1,$(subst :, ,$(pair)))),,$(word 2,$(subst :, ,$(pair)))))

tools: $(VENV)/.test
	@packages="$(strip $(missing))"; if [ -z "$$packages" ]; then :; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$packages >/dev/null && \
	  for service in nginx caddy; do case "$$packages" in *$$service*) systemctl disable --quiet --now $$service 2>/dev/null || :;; esac; done; \
	else echo "The tests need programs that are not there. Run: sudo apt-get install $$packages" >&2; exit 1; fi
	@$(MAKE) --no-print-directory $(VENV)/audit/.done

$(VENV)/audit/.done: requirements/package.json requirements/package-lock.json
	mkdir -p $(@D)
	cp $^ $(@D)
	npm ci --prefix $(@D) --silent --ignore-scripts --no-audit --no-fund
	touch $@
