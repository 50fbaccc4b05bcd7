# make brief               the example brief, from nothing: system libraries, program, pages
# make test                everything that is tested, with all that the tests need
# make validate PDF=path   what the validators of PDF/A and PDF/UA say of a PDF
# make fuzz TIME=seconds    changes reports at random, and says what breaks
# make same BASE=commit    whether every report comes out as the program of another commit makes it
# make bench               what a brief costs, against a plotting program's work in bare C
# make bench BASE=commit   the same work in instructions, against the program of another commit
# make portability         builds and renders on bare Debian 12 and 13 systems, and compares them; TESTS=yes tests there too
# make setup               the system libraries alone

SHELL := /bin/bash
REPORT ?= reports/central-syria
SWIFT_BUILD := swift build -c release --product brevier --static-swift-stdlib
BREVIER := .build/release/brevier
VALIDATORS := .build/validators

LIBRARIES := libcairo2-dev libpango1.0-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
  libhyphen-dev libmd-dev zlib1g-dev pkg-config hyphen-en-gb hyphen-en-us fonts-lato fonts-noto-core fonts-noto-mono
TEST_TOOLS := poppler-utils qpdf ghostscript python3 python3-venv default-jdk-headless libjaxb-java chromium
BENCH_TOOLS := gcc libc6-dev hyperfine gnuplot-nox poppler-utils python3

# Installs those of $(1) that are not there, as root or through sudo, and says which.
define install
@missing=(); \
for package in $(1); do \
  [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing+=($$package); \
done; \
if [ $${#missing[@]} -gt 0 ]; then \
  echo "Installing from the distribution's packages: $${missing[*]}"; \
  as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
  $$as_root apt-get update -qq && \
  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
fi
endef

# Where there are no Debian packages: says what of README's table of dependencies is not here, and what it is called.
define look
@awk -F' *[|] *' -v OFS='\t' '/^[|] what [|] found as/ { table = 1; next } !/^[|]/ { table = 0 } table && !/---/ { print $$2, $$3, $$4, $$5, $$6 }' README.md | \
{ missing=0; \
while IFS=$$'\t' read -r what found debian fedora arch; do \
  name=$${found#* }; \
  case $$found in \
    program*) command -v $$name ;; \
    module*) pkg-config --exists $$name && echo there ;; \
    header*) find /usr/include /usr/local/include -name $$name -print -quit ;; \
    file*) find -L /usr/share /usr/local/share "$$HOME/.local/share/fonts" -name $$name -print -quit ;; \
  esac 2>/dev/null | grep -q . && continue; \
  [ $$missing = 1 ] || echo "Not found here, and Debian's packages are unknown to this system:" >&2; \
  missing=1; echo "  $$what ($$found). Debian: $$debian; Fedora: $$fedora; Arch: $$arch" | tr -d '\`' >&2; \
done; exit $$missing; }
endef

.PHONY: brief test fuzz same bench portability setup swift tools validators validate

setup:
ifneq ($(shell command -v dpkg-query),)
	$(call install,$(LIBRARIES))
else
	$(look)
endif

# The toolchain is in no distribution's packages in this version.
swift:
	@found=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -1); \
	if [ "$$(printf '%s\n' 6.1 "$${found:-0}" | sort -V | head -1)" != 6.1 ]; then \
	  echo "Swift 6.1 or later is needed$${found:+, and $$found is here}. Its own installer brings it, as https://www.swift.org/install says:" >&2; \
	  echo "  curl -O https://download.swift.org/swiftly/linux/swiftly-$$(uname -m).tar.gz" >&2; \
	  echo "  tar zxf swiftly-$$(uname -m).tar.gz && ./swiftly init" >&2; \
	  exit 1; \
	fi

brief: swift setup
	$(SWIFT_BUILD)
	$(BREVIER) render $(REPORT)

tools:
	$(call install,$(TEST_TOOLS))

# The distribution's own Python, whichever comes first on the path; the folder may be moved.
$(VALIDATORS)/installed: Tests/Validators/requirements.txt | tools
	/usr/bin/python3 -I -m venv --clear $(VALIDATORS)
	$(VALIDATORS)/bin/python -I -m pip install --quiet --only-binary :all: --requirement $<
	cp $< $@

validators: $(VALIDATORS)/installed

validate: validators
	@Tests/Validators/validate $(PDF)

test: swift setup validators
	swift test

fuzz: swift setup
	Tests/Fuzz/run $(or $(TIME),600) $(or $(SEED),1)

ifdef BASE
# Stops where the commit cannot be had.
base = folder=$$(Tests/Comparison/base $(BASE)) && 

same: swift setup
	$(SWIFT_BUILD)
	@$(base)Tests/Comparison/same "$$folder" .

bench: swift setup
	$(call install,valgrind)
	$(SWIFT_BUILD)
	@$(base)Tests/Comparison/cost "$$folder" .
else
same:
	@echo "Against which commit? make same BASE=main~1" >&2; exit 64

bench: swift setup
	$(call install,$(BENCH_TOOLS))
	$(SWIFT_BUILD)
	Tests/Benchmark/run $(BREVIER) $(REPORT)
	@echo; echo "Writing the pictures of the brief as PNG, against Cairo's own writer on the same pixels, in time of the processor"
	Tests/Benchmark/encoding $(BREVIER) $(REPORT)
	@echo; echo "200 claims over 50 years of months in 100 provinces, by phase: resolving is reading the prose and judging them"
	Tests/Benchmark/claims $(BREVIER) styles
	@echo; echo "Finishing a PDF: structure, metadata, attachments, medians of 10 runs"
	Tests/Benchmark/finishing $(BREVIER) $(REPORT)
	@echo; echo "A figure of each kind, read, resolved, arranged and painted, against the bare Cairo and Pango calls that draw the same;"
	@echo "milliseconds of the processor for one of many figures with other numbers, medians; fails where one takes more than three times as long"
	Tests/Benchmark/kinds $(BREVIER) styles
endif

portability: swift tools validators
	$(call install,debootstrap)
	Tests/Portability/run $(or $(SUITES),bookworm trixie)
