# hs, the ticket-audit toolkit.  GNU make 4.
#   make deps    install what is needed (Debian, Ubuntu)
#   make         build the programs into build/bin
#   make check   the whole suite, plain and under ASAN+UBSAN
#   make deps-browser check-browser   the report in a browser
# Adding a program is adding cmd/NAME.c, and cmd/NAME/*.c where it has commands
# enough for files of their own; a module, lib/LAYER/NAME.c.

VERSION  := 0.1.0
PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
MANDIR   ?= $(PREFIX)/share/man
DATADIR  ?= $(PREFIX)/share/hs
BUILD    ?= build
SAN      ?=

# The one list of packages.
DEPS_APT := gcc libc6-dev make pkg-config perl tzdata \
	libsqlite3-dev libcsv-dev libyajl-dev libpcre2-dev libgsl-dev \
	libsodium-dev libxml2-dev libutf8proc-dev libxxhash-dev \
	libexttextcat-dev libexttextcat-data libcmocka-dev libarchive-dev \
	liblinear-dev libncurses-dev \
	mandoc shellcheck universal-ctags clang-format sqlite3 \
	libxml2-utils zip zstd xz-utils bzip2 tmux

PKGS     := sqlite3 libpcre2-8 yajl gsl libsodium libxml-2.0 libutf8proc \
	libxxhash libexttextcat libarchive

CC       ?= cc
CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wwrite-strings -Wcast-qual -Wvla -Wundef -Wformat=2
ifeq ($(WERROR),1)
WARN     += -Werror
endif
HARDEN   := -fstack-protector-strong
ifeq ($(SAN),)
HARDEN   += -D_FORTIFY_SOURCE=2
endif
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -I$(BUILD)/gen -Ilib -Icmd \
	-DHD_VERSION='"$(VERSION)"' -DHD_DATADIR='"$(DATADIR)"' \
	-DHD_SRCDIR='"$(CURDIR)"'
ALLFLAGS  = -std=c11 $(CPPFLAGS) $(PKG_CFLAGS) $(WARN) $(HARDEN) $(CFLAGS) \
	$(SAN) -fno-common -pthread -MMD -MP
# Asked when first needed, and once: `make deps check` has none before deps.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags \
	$(PKGS)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs \
	$(PKGS)))$(PKG_LIBS)
LIBS      = $(PKG_LIBS) -lcsv -llinear -lm -pthread

LIB_SRC  := $(sort $(wildcard lib/*/*.c))
PROGS    := $(patsubst cmd/%.c,%,$(sort $(wildcard cmd/*.c)))
UNITS    := $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/test_*.c)))
TOOLS    := $(patsubst tests/tools/%.c,%,$(sort $(wildcard tests/tools/*.c)))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
SQL      := $(sort $(wildcard lib/store/*.sql lib/store/sql/*.sql lib/store/views/*.sql))
ARCHIVE  := $(BUILD)/libhelpdesk.a
BIN      := $(PROGS:%=$(BUILD)/bin/%)
TESTBIN  := $(UNITS:%=$(BUILD)/bin/%)

GEN_SRC  := samples/generate.c $(sort $(wildcard samples/gen/*.c))
GEN_OBJ  := $(GEN_SRC:%.c=$(BUILD)/%.o)
FUZZERS  := $(filter-out replay,$(patsubst tests/fuzz/%.c,%,$(sort \
	$(wildcard tests/fuzz/*.c))))
REPLAYS  := $(FUZZERS:%=$(BUILD)/bin/replay_%)
CLI      := $(sort $(wildcard tests/cli/*.t))
DEMO     := $(BUILD)/demo
JOBS     := $(shell nproc 2>/dev/null || echo 1)

.PHONY: all everything check check-plain check-asan check-unit check-cli lint fmt \
	fmt-check deps deps-browser check-browser demo bench bench-big \
	bench-escaudit bench-report evidence \
	fuzz-smoke install uninstall dist distcheck clean
.DELETE_ON_ERROR:

all: $(BIN)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -c -o $@ $<

$(BUILD)/lib/store/schema.o: $(BUILD)/gen/schema_sql.h
$(BUILD)/gen/schema_sql.h: $(SQL) lib/store/embed.awk
	@mkdir -p $(@D)
	awk -f lib/store/embed.awk $(SQL) > $@

$(BUILD)/lib/render/htmlreport.o: $(BUILD)/gen/render/report_css.h
$(BUILD)/gen/render/report_css.h: lib/render/report.css lib/render/embed.awk
	@mkdir -p $(@D)
	awk -f lib/render/embed.awk $< > $@

$(ARCHIVE): $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $(LIB_OBJ)

# The terminal of hs-sample is its own: nothing else links the library.
$(BUILD)/bin/hs-sample: LIBS += $(shell pkg-config --libs ncursesw)

# The % of a patsubst in the rule would be taken for that of the rule.
cmd_objects = $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard cmd/$1/*.c)))
.SECONDEXPANSION:
$(BIN): $(BUILD)/bin/%: $(BUILD)/cmd/%.o $$(call cmd_objects,$$*) $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $^ $(LDFLAGS) $(LIBS)

$(TESTBIN): $(BUILD)/bin/%: $(BUILD)/tests/unit/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $< $(ARCHIVE) $(LDFLAGS) $(LIBS) -lcmocka

$(BUILD)/bin/generate: $(GEN_OBJ) $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $(GEN_OBJ) $(ARCHIVE) $(LDFLAGS) $(LIBS)
$(GEN_OBJ): CPPFLAGS += -Isamples

$(BUILD)/bin/tagging: $(BUILD)/tests/bench/tagging.o \
	    $(BUILD)/tests/bench/tickets.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $^ $(LDFLAGS) $(LIBS)

$(BUILD)/bin/coverage: $(BUILD)/tests/bench/coverage.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $^ $(LDFLAGS) $(LIBS)

$(REPLAYS): $(BUILD)/bin/replay_%: $(BUILD)/tests/fuzz/%.o \
	    $(BUILD)/tests/fuzz/replay.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $^ $(LDFLAGS) $(LIBS)

# --- tests -----------------------------------------------------------------

# One report of C and shell tests, as TAP.
check-unit: $(TESTBIN) $(REPLAYS)
	CMOCKA_MESSAGE_OUTPUT=TAP prove --exec '' $(TESTBIN)
	@for f in $(FUZZERS); do $(BUILD)/bin/replay_$$f \
		tests/fuzz/corpus/$$f || exit 1; done

check-cli: $(BIN) $(BUILD)/bin/generate
	HS_BIN=$(CURDIR)/$(BUILD)/bin prove -j2 $(CLI)

check-plain: check-unit check-cli

ASAN := BUILD=build/asan CFLAGS='-O1 -g' \
	SAN='-fsanitize=address,undefined -fno-sanitize-recover=all'
check-asan:
	$(MAKE) -j$(JOBS) $(ASAN) everything
	$(MAKE) $(ASAN) check-unit check-cli

# All that the tests need, on every core.
everything: $(BIN) $(TESTBIN) $(REPLAYS) $(BUILD)/bin/generate \
	$(BUILD)/bin/tagging $(BUILD)/bin/coverage

check:
	$(MAKE) -j$(JOBS) everything
	$(MAKE) lint
	$(MAKE) check-plain
	$(MAKE) check-asan
	@echo "all checks passed"

# The report in Chromium, with and without scripts; pictures in build/browser.
check-browser: $(BIN) $(BUILD)/bin/generate
	prove -f -o --exec sh tests/browser/check.sh :: \
	    $(CURDIR)/$(BUILD)/bin $(CURDIR)/$(DEMO) $(CURDIR)/$(BUILD)/browser

# Sixty seconds of each fuzzer under clang; `make check` replays what it found.
FUZZ_SECONDS ?= 60
fuzz-smoke:
	$(MAKE) -j$(JOBS) $(FUZZ) $(BUILD)/fuzz/libhelpdesk.a
	$(MAKE) -j$(JOBS) $(FUZZERS:%=$(BUILD)/fuzz/%)
	for f in $(FUZZERS); do $(BUILD)/fuzz/$$f \
		-max_total_time=$(FUZZ_SECONDS) -rss_limit_mb=2048 \
		$(BUILD)/fuzz/found-$$f tests/fuzz/corpus/$$f || exit 1; done
FUZZ := BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' \
	SAN='-fsanitize=fuzzer-no-link,address,undefined'
$(BUILD)/fuzz/%: tests/fuzz/%.c $(BUILD)/fuzz/libhelpdesk.a
	@mkdir -p $(@D) $(BUILD)/fuzz/found-$*
	clang -std=c11 $(CPPFLAGS) $(PKG_CFLAGS) -g -O1 \
	    -fsanitize=fuzzer,address,undefined -o $@ $< \
	    $(BUILD)/fuzz/libhelpdesk.a $(LIBS)

lint: all fmt-check
	sh tests/lint.sh $(BUILD)

FMT_SRC = $(LIB_SRC) $(wildcard lib/*/*.h cmd/*.c cmd/*/*.[ch] tests/*/*.c tests/*/*.h) \
	$(GEN_SRC) $(wildcard samples/gen/*.h)
fmt:
	clang-format -i $(FMT_SRC)
fmt-check:
	clang-format --dry-run -Werror $(FMT_SRC)

# --- what it does ----------------------------------------------------------

# Exports made up by a seeded generator, through the whole pipeline.
demo:
	@$(MAKE) -s -j$(JOBS) all $(BUILD)/bin/generate
	@sh samples/demo.sh $(CURDIR)/$(BUILD)/bin $(DEMO)

# Timings beside the peers that are installed.
bench: $(BIN) $(BUILD)/bin/generate $(BUILD)/bin/tagging $(BUILD)/bin/coverage
	sh tests/bench/bench.sh $(CURDIR)/$(BUILD)/bin $(BUILD)/bench

# Files of 3 GB, made, imported and removed.
bench-big: $(BIN) $(BUILD)/bin/generate
	sh tests/bench/big.sh $(CURDIR)/$(BUILD)/bin $(BUILD)/bench-big

# A million tickets, whose escalations are audited.
bench-escaudit: $(BIN) $(BUILD)/bin/generate
	sh tests/bench/escaudit.sh $(CURDIR)/$(BUILD)/bin \
	    $(BUILD)/bench-escaudit

# A million tickets, and the reports and metrics of them.
bench-report: $(BIN) $(BUILD)/bin/generate
	sh tests/bench/report.sh $(CURDIR)/$(BUILD)/bin $(BUILD)/bench-report

# Every figure that README and release notes claim; DATA= is a folder with
# labelled conversations (eval/, handoffs/).
evidence: $(BIN) $(TESTBIN) $(BUILD)/bin/generate
	sh tests/bench/evidence.sh $(CURDIR)/$(BUILD)/bin '$(DATA)' \
	    $(BUILD)/evidence

# --- packages and installation ---------------------------------------------

deps:
	@if command -v apt-get >/dev/null; then \
		if [ "$$(id -u)" -eq 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -q && \
		DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q \
		    --no-install-recommends $(DEPS_APT); \
	else \
		echo "this is no Debian or Ubuntu: install what these packages hold"; \
		echo "  $(DEPS_APT)"; \
		for p in $(PKGS) ncursesw; do pkg-config --exists $$p || \
			echo "  missing: $$p"; done; exit 1; \
	fi

# A node from elsewhere brings an npm that Debian's would drive out.
deps-browser:
	@set -- chromium poppler-utils ca-certificates; \
	command -v npm >/dev/null || set -- "$$@" nodejs npm; \
	$(MAKE) deps DEPS_APT="$$*"
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund

MAN1 := $(wildcard man/*.1)
MAN5 := $(wildcard man/*.5)
MAN7 := $(wildcard man/*.7)
install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(DATADIR)/rules \
	    $(DESTDIR)$(DATADIR)/vim/ftdetect $(DESTDIR)$(DATADIR)/vim/syntax \
	    $(DESTDIR)$(DATADIR)/ci \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 \
	    $(DESTDIR)$(MANDIR)/man7
	install -m 755 $(BIN) $(DESTDIR)$(BINDIR)
	install -m 644 samples/rules/* $(DESTDIR)$(DATADIR)/rules
	install -m 644 samples/vim/ftdetect/* $(DESTDIR)$(DATADIR)/vim/ftdetect
	install -m 644 samples/vim/syntax/* $(DESTDIR)$(DATADIR)/vim/syntax
	install -m 644 samples/ci/* $(DESTDIR)$(DATADIR)/ci
	install -m 644 samples/brief.schema.json $(DESTDIR)$(DATADIR)
	install -m 755 samples/mail-report.sh $(DESTDIR)$(DATADIR)
	for f in $(MAN1); do install -m 644 $$f $(DESTDIR)$(MANDIR)/man1; done
	for f in $(MAN5); do install -m 644 $$f $(DESTDIR)$(MANDIR)/man5; done
	for f in $(MAN7); do install -m 644 $$f $(DESTDIR)$(MANDIR)/man7; done

uninstall:
	cd $(DESTDIR)$(BINDIR) && rm -f $(PROGS)
	rm -rf $(DESTDIR)$(DATADIR)
	cd $(DESTDIR)$(MANDIR) && rm -f $(MAN1:man/%=man1/%) \
	    $(MAN5:man/%=man5/%) $(MAN7:man/%=man7/%)

dist:
	git archive --prefix=hs-$(VERSION)/ -o hs-$(VERSION).tar.gz HEAD

distcheck: dist
	rm -rf $(BUILD)/dist && mkdir -p $(BUILD)/dist
	tar -xzf hs-$(VERSION).tar.gz -C $(BUILD)/dist
	$(MAKE) -C $(BUILD)/dist/hs-$(VERSION) check-plain
	$(MAKE) -C $(BUILD)/dist/hs-$(VERSION) install \
	    DESTDIR=$(CURDIR)/$(BUILD)/dist/root

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
