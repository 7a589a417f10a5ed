# VQDesk: `make run` starts it, `make test` checks it; both set up what they need first.
.PHONY: setup run test lint bench soak screenshots messages translations package package-test audit clean
.NOTPARALLEL:

PYTHON_IN_VENV := .venv/bin/python
PYTEST := QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m pytest -q
# Those that wait for processes come first and those that compute last: in the end no core is idle.
WITHOUT_QT := tests/e2e tests/reliability tests/contract tests/integration tests/unit
SIDE_BY_SIDE := -n 4 --dist worksteal --timeout 240
# Real processes on a crowded machine: what failed is named, and must pass when it runs alone.
once_more = || { echo "make: once more, alone, what failed"; $(PYTEST) --last-failed $(1); }
HAS_DISPLAY := $(if $(filter Darwin,$(shell uname -s)),yes,$(DISPLAY)$(WAYLAND_DISPLAY))

setup:
	@sh packaging/bootstrap.sh

run: setup
ifeq ($(strip $(HAS_DISPLAY)),)
	@echo "run: no display here, so the demo runs without a window"
	@.venv/bin/vqdesk demo --headless
else
	@.venv/bin/vqdesk
endif

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: lint
	$(PYTEST) $(SIDE_BY_SIDE) $(WITHOUT_QT) $(call once_more,$(WITHOUT_QT))
	$(PYTEST) $(SIDE_BY_SIDE) tests/gui $(call once_more,tests/gui)
	$(PYTEST) tests/bench $(call once_more,tests/bench)

soak: setup
	$(PYTHON_IN_VENV) tests/reliability/soak.py --seeds 200
	VQDESK_MONKEY_EVENTS=10000 $(PYTEST) tests/gui/test_monkey.py

bench: setup
	.venv/bin/vqdesk bench

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m vqdesk.ui.screenshots docs/img

# docs/messages.md, after a message was changed.
messages: setup
	$(PYTHON_IN_VENV) packaging/messages.py

# resources/translations, after a text was added or translated; fails while one has no translation.
translations: setup
	$(PYTHON_IN_VENV) packaging/translations.py

# Wheel, source archive, portable archive, .deb and checksums in dist/; some minutes.
package: setup
	test -x build/venv/bin/python || .venv/bin/python -m venv build/venv
	build/venv/bin/python -m pip install --quiet --require-hashes -r packaging/requirements.lock -r packaging/requirements-package.lock
	build/venv/bin/python packaging/package.py

# What `make package` has built, installed in a clean Debian 12; needs root, debootstrap and Debian's packages.
package-test: setup
	$(PYTEST) tests/package

audit: setup
	$(PYTHON_IN_VENV) packaging/audit.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find vqdesk tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
