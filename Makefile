# hs, the ticket-audit toolkit.  GNU make 4.
#   make deps    install what is needed (Debian, Ubuntu)
#   make         build the programs into build/bin
#   make check   the whole suite, plain and under ASAN+UBSAN
# Adding a program is adding cmd/NAME.c; a module, lib/LAYER/NAME.c.

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
	libexttextcat-dev libexttextcat-data libcmocka-dev \
	mandoc shellcheck universal-ctags clang-format sqlite3

PKGS     := sqlite3 libpcre2-8 yajl gsl libsodium libxml-2.0 libutf8proc \
	libxxhash libexttextcat

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
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -I$(BUILD)/gen -Ilib \
	-DHD_VERSION='"$(VERSION)"' -DHD_DATADIR='"$(DATADIR)"' \
	-DHD_SRCDIR='"$(CURDIR)"'
ALLFLAGS  = -std=c11 $(CPPFLAGS) $(PKG_CFLAGS) $(WARN) $(HARDEN) $(CFLAGS) \
	$(SAN) -fno-common -pthread -MMD -MP
ifneq ($(MAKECMDGOALS),deps)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
endif
LIBS      = $(PKG_LIBS) -lcsv -lm -pthread

LIB_SRC  := $(sort $(wildcard lib/*/*.c))
PROGS    := $(patsubst cmd/%.c,%,$(sort $(wildcard cmd/*.c)))
UNITS    := $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/test_*.c)))
TOOLS    := $(patsubst tests/tools/%.c,%,$(sort $(wildcard tests/tools/*.c)))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
SQL      := $(sort $(wildcard lib/store/*.sql lib/store/sql/*.sql lib/store/views/*.sql))
ARCHIVE  := $(BUILD)/libhelpdesk.a
BIN      := $(PROGS:%=$(BUILD)/bin/%)
TESTBIN  := $(UNITS:%=$(BUILD)/bin/%)

.PHONY: all check check-plain check-asan deps clean
.DELETE_ON_ERROR:

all: $(BIN)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -c -o $@ $<

$(BUILD)/lib/store/schema.o: $(BUILD)/gen/schema_sql.h
$(BUILD)/gen/schema_sql.h: $(SQL) lib/store/embed.awk
	@mkdir -p $(@D)
	awk -f lib/store/embed.awk $(SQL) > $@

$(ARCHIVE): $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $(LIB_OBJ)

$(BIN): $(BUILD)/bin/%: $(BUILD)/cmd/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $< $(ARCHIVE) $(LDFLAGS) $(LIBS)

$(TESTBIN): $(BUILD)/bin/%: $(BUILD)/tests/unit/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -o $@ $< $(ARCHIVE) $(LDFLAGS) $(LIBS) -lcmocka

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
