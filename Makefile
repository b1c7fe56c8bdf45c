# The commands of the project. Each works as the first and only one on a machine with Python 3.11+, make, git and python3-venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site today publishable publish rollback archive preview proposal-find proposal-tell proposal-post tick-find tick-do tick-push newsletter newsletter-proposal record record-proposal ledger ledger-proposal serve edit check report lint workflows quick test audit edits benchmark tools same lowest newest vulnerabilities bill licences lock schema form pictures clean tested public server server-back manifests links links-tell rsync changes hosting compressed hosts visit hostile

site: $(VENV)/.site
	$(BIN)/mkdocs build --strict

# What is published each day: the site that speaks from today.
NOW := $(shell date +%s)
today: export SOURCE_DATE_EPOCH := $(NOW)
today: site

# That site in site/, looked at as it is: is it no preview, does it keep every promise, does a sample of its pages pass the audit? What
# passes stands in artifact.tar (with what hosts send compressed, made of it), and is published from there: nothing builds it anew, and
# who publishes runs nothing of it.
tested: export SOURCE_DATE_EPOCH := $(NOW)
tested: tools
	$(BIN)/mkdocs build --strict
	$(BIN)/kennisstad publishable
	$(BIN)/pytest tests/site/test_promises.py::test_the_real_site_keeps_it tests/audit --built site
	$(BIN)/kennisstad compress
	sh .ci/pack.sh site artifact.tar

# What the jobs that publish do with artifact.tar; only make, tar, Python itself, ssh and rsync are needed. `public` is for GitLab Pages.
# `server` brings it to SERVER (user@host) in SERVER_FOLDER with SSH_KEY and SSH_KNOWN_HOSTS; `server-back` puts the one before it back.
public:
	sh .ci/unpack.sh artifact.tar public

server: rsync
	sh .ci/unpack.sh artifact.tar site
	@$(PYTHON) .ci/server.py put site

server-back: rsync
	@$(PYTHON) .ci/server.py back

rsync:
	@if ! command -v rsync >/dev/null || ! command -v ssh >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends rsync openssh-client >/dev/null; \
	  else echo "Run: sudo apt-get install rsync openssh-client" >&2; exit 1; fi; fi

# What a job does with the hashes of sites that were built in unlike surroundings (manifests/*/manifest.json): they are the same.
manifests:
	sh .ci/manifests.sh manifests

# Asks each address outside the site whether it still answers (the only command that asks others' servers), and tells in outside/issue.md
# what somebody has to look at, with what nobody looked at for a year. `links-tell` keeps the one issue of that at GitHub, with GH_TOKEN.
links: export SOURCE_DATE_EPOCH := $(NOW)
links: $(VENV)/.site
	@mkdir -p outside
	$(BIN)/kennisstad outside > outside/addresses.json
	$(PYTHON) .ci/ask.py outside/addresses.json outside/answers.json
	$(BIN)/kennisstad outside --answers outside/answers.json $${FILES:+--files "$$FILES"} > outside/issue.md
	@cat outside/issue.md

links-tell:
	$(PYTHON) .github/issue.py outside/issue.md

# Refuses what is a preview: run it before a folder goes on the web.
publishable: $(VENV)/.site
	$(BIN)/kennisstad publishable

# Puts what `make site` or `make today` built where a server shows it, in one step (a link that is swapped), and keeps the last three:
# make publish TARGET=/folder, or TARGET=user@host:/folder (rsync over ssh, then the swap). `make rollback` puts the one before it back.
export TARGET
publish: $(VENV)/.site
	@$(BIN)/kennisstad publish "$${TARGET:?Write TARGET=/folder or TARGET=user@host:/folder}"

rollback: $(VENV)/.site
	@$(BIN)/kennisstad rollback "$${TARGET:?Write TARGET=/folder or TARGET=user@host:/folder}"
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

# The site of a day in archive/, as a zip that opens by double click, with data, texts and a hash of every file. The day is that of the
# newest commit, or of SOURCE_DATE_EPOCH: make archive SOURCE_DATE_EPOCH=$$(date +%s).
archive: $(VENV)/.site
	$(BIN)/kennisstad archive

# The site of a proposal, in preview/, which opens by double click: what is wrong is left out and told on each page. Not to be published.
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

# What a job that may write nothing found to change in data/ and content/, for the job that proposes it and runs nothing else.
changes:
	sh .ci/changes.sh keep changes

# What the button of the workflow does with that: proposes it, on a branch of its own. GitHub's program `gh` asks for GH_TOKEN.
newsletter-proposal:
	sh .ci/changes.sh propose changes "newsletter-$$(date +%Y-%m-%d-%H%M)" newsletter "A newsletter to shorten"

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

# What the button of the workflow does: proposes that on a branch of its own, and tells there what was done (changes/told.txt).
record-proposal:
	sh .ci/changes.sh propose changes "record-$$ACTION-$$(date +%Y-%m-%d-%H%M%S)" records "Records: $$ACTION $$RECORD $$OTHER"

# Brings up to date what is kept of the data: numbers of records, which text each translation is of, which addresses the site has (none
# is taken out), and what tools offer to choose from.
ledger: $(VENV)/.site
	$(BIN)/kennisstad ledger
	$(BIN)/kennisstad addresses
	$(BIN)/kennisstad schema

# What the workflow does after each change: proposes that, on one branch that it begins anew, where anything changed.
ledger-proposal:
	sh .ci/changes.sh renew changes ledger ledger "The ledger is brought up to date [stil]"

serve: $(VENV)/.preview
	$(BIN)/kennisstad serve $(if $(PORT),--port $(PORT))

edit: $(VENV)/.preview
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
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

# What a developer runs between two changes: all that needs no browser and no built site, in half a minute.
quick: lint
	$(BIN)/pytest tests/unit tests/golden tests/habits

test: lint workflows tools
	$(BIN)/kennisstad schema --check
	$(BIN)/kennisstad check $(if $(CHECK_FORMAT),--format $(CHECK_FORMAT))
	$(BIN)/mkdocs build --strict
	$(BIN)/pytest --numprocesses auto --dist loadfile -m 'not alone'
	$(BIN)/pytest -m alone

# Every page of the real site, held against all that pages promise, in every look: `make test` looks at a sample. A job does so every night.
audit: $(VENV)/.test tools
	$(BIN)/pytest tests/audit tests/site/test_promises.py::test_the_real_site_keeps_it --every-page

# Edits the real data 300 times (`make test`: 20) and looks whether each promise holds, kills 50 builds, writers and swaps, and tells
# what broke. Takes long; a job does so every night.
edits: $(VENV)/.test tools
	$(BIN)/pytest tests/edits tests/site/test_all_or_nothing.py tests/site/test_publishing.py --every-page

# Types and breaks what anybody might, in every field and file: ten thousand times, where `make test` does so five hundred times.
hostile: $(VENV)/.test
	$(BIN)/pytest tests/hostile/test_mutations.py --many-cases

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

# Builds the newest commit in other folders, clones, disks, locales, zones, as another user, without a network, with every Python that
# is here, and counts the files that differ.
same: $(VENV)/.site
	$(BIN)/python -m benchmarks.same $(if $(PYTHONS),$(foreach python,$(PYTHONS),--python $(python)))

# Does what we promise hold with the lowest versions that pyproject.toml allows, and with the newest? Each in an environment of its own.
PROMISED := tests/unit tests/golden tests/site/test_hosts.py tests/site/test_small.py

lowest:
	@sh requirements/environment.sh $(PYTHON) $(VENV)-lowest
	$(PYTHON) requirements/lowest.py >$(VENV)-lowest/constraints.txt
	$(VENV)-lowest/bin/pip install --quiet --disable-pip-version-check --constraint $(VENV)-lowest/constraints.txt --editable '.[preview,test]'
	$(VENV)-lowest/bin/pytest $(PROMISED)

newest:
	@sh requirements/environment.sh $(PYTHON) $(VENV)-newest
	$(VENV)-newest/bin/pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager --editable '.[preview,test]'
	$(VENV)-newest/bin/pytest $(PROMISED)

# What stands in requirements/site.txt, looked at from outside: known vulnerabilities (asks the network), a bill of materials (CycloneDX),
# and licences (those that may be are listed in pyproject.toml).
WATCH := .cache/watch

vulnerabilities: $(WATCH)/.done
	$(WATCH)/tools/bin/pip-audit --require-hashes --disable-pip --progress-spinner off --requirement requirements/site.txt

bill: $(WATCH)/.done
	$(WATCH)/tools/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --output-format JSON --output-file bill.json $(WATCH)/site/bin/python
	@$(PYTHON) -c 'import json; bill = json.load(open("bill.json")); print("bill.json:", bill["bomFormat"], bill["specVersion"] + ",", len(bill["components"]), "packages")'

licences: $(WATCH)/.done
	$(WATCH)/tools/bin/pip-licenses --python=$(WATCH)/site/bin/python

# The packages of a site alone, without pip, which no site needs; and the tools beside them.
$(WATCH)/.done: requirements/site.txt requirements/watch.txt
	mkdir -p $(WATCH)
	@sh requirements/environment.sh $(PYTHON) $(WATCH)/tools
	$(WATCH)/tools/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/watch.txt
	$(PYTHON) -m venv --clear --without-pip $(WATCH)/site
	$(WATCH)/tools/bin/pip --python $(WATCH)/site/bin/python install --quiet --disable-pip-version-check --require-hashes --requirement requirements/site.txt
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

COMPILE = $(VENV)-lock/bin/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host \
  --no-emit-find-links --no-header

# Renews the lock files within the bounds of pyproject.toml. No file names the registry it came from. Run it with the oldest
# Python that the site has to build on (Debian 12: `make lock PYTHON=/usr/bin/python3`), so that what is locked installs there.
lock:
	@sh requirements/environment.sh $(PYTHON) $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --disable-pip-version-check 'pip-tools>=7.4,<8'
	for name in site:build preview:build,preview test:build,preview,test; do \
	  $(COMPILE) --extra $${name#*:} --output-file requirements/$${name%:*}.txt pyproject.toml || exit 1; \
	done
	$(COMPILE) --allow-unsafe --output-file requirements/watch.txt requirements/watch.in
	$(COMPILE) --output-file benchmarks/requirements.txt benchmarks/requirements.in
	for folder in requirements benchmarks form; do \
	  npm update --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund || exit 1; \
	done

clean:
	rm -rf site bill.json .cache $(VENV) $(VENV)-lock $(VENV)-lowest $(VENV)-newest

# Runs each time, and renews .made only where the environment is made anew.
$(VENV)/.made: always
	@sh requirements/environment.sh $(PYTHON) $(VENV)
always:

$(VENV)/.site: requirements/site.txt pyproject.toml $(VENV)/.made
	$(call install,requirements/site.txt)

$(VENV)/.preview: requirements/preview.txt pyproject.toml $(VENV)/.made
	$(call install,requirements/preview.txt)
	touch $(VENV)/.site

$(VENV)/.test: requirements/test.txt pyproject.toml $(VENV)/.made
	$(call install,requirements/test.txt)
	touch $(VENV)/.site $(VENV)/.preview

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
