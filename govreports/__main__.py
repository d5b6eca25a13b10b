"""`python -m govreports` is the `govreports` command."""

from govreports.cli import main

main(prog_name="govreports")
