# Two commands: `make run` and `make test`. Everything they need is installed by them.

PACKAGES = libedit-dev libicu-dev libpcre2-dev libuchardet-dev libgumbo-dev libxml2-dev \
  libarchive-dev libcmark-dev libgmime-3.0-dev poppler-utils qpdf libcurl4
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
CHECKED = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib
TRY = .build/try
PROGRAM = .build/release/verbatim
NOTEBOOKS = $(wildcard notebooks/*.md)
# How long each target of `make fuzz` is tried, and which; without names all.
SECONDS = 60
TARGETS =
# The number that all chance is made from; 0 is another each time.
SEED = 0
SOURCES = Package.swift Sources Tests Benchmarks Fuzzing/Package.swift Fuzzing/Sources

.PHONY: run build deps browser test soak sanitize fuzz lint replay bench clean

# Opens the shell on a copy of the example notebook; without a terminal replays it.
run: build
	@rm -rf $(TRY) && mkdir -p $(TRY) && cp -r notebooks examples $(TRY)/
	@if [ -t 0 ] && [ -t 1 ]; then \
	  cd $(TRY) && ../../$(PROGRAM) --allow examples notebooks/port-selan.md; \
	else \
	  cd $(TRY) && ../../$(PROGRAM) replay --allow examples notebooks/port-selan.md; \
	fi

build: deps
	@swift build $(RELEASE) --product verbatim

# The Debian packages with the C libraries; nothing happens where they are there.
deps:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -q && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends $$missing; \
	fi

# The browser in which tests look at reports; without it they are skipped.
browser:
	@$(SUDO) apt-get update -q && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends chromium

test: deps
	@swift build --build-tests $(CHECKED)
	@swift test --skip-build

# Kills the program 1,000 times and looks each time for what it had answered.
soak: deps
	@swift build --build-tests
	@KILLS=1000 swift test --skip-build --filter whatWasAnsweredSurvivesAKill

# The suite under the address and the thread sanitizer; without XCTest, which leaks by itself. One
# test after the other: time limits count from a test's start, and all of them would start at once.
sanitize: deps
	@for kind in address thread; do \
	  under="--sanitize=$$kind --scratch-path .build/$$kind"; \
	  swift build --build-tests $$under && \
	  LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0 \
	  SLOWER=10 swift test --skip-build --disable-xctest --no-parallel $$under || exit 1; done

# Hostile input, made up by libFuzzer; see Fuzzing/README.md.
fuzz: deps
	@cd Fuzzing && swift build -c release --sanitize fuzzer -Xswiftc -enable-testing && \
	  ./run $(SECONDS) $(SEED) $(TARGETS)

lint:
	@swift format lint --strict --recursive --parallel $(SOURCES)

# Every notebook gives the outputs it has stored.
replay:
	@.build/debug/verbatim replay --check --allow examples $(NOTEBOOKS)

bench: build
	@cd Benchmarks && swift build $(RELEASE) && .build/release/Benchmarks --program ../$(PROGRAM)

clean:
	@rm -rf .build
