"""How well and how fast govreports reads, measured: `make bench` prints it beside named peers, `make check` keeps every
quality score from falling. Not part of the package."""
