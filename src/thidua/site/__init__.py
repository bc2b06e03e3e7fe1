"""The site: settings, root URLs, wiring, command line, demonstration."""

from collections.abc import Iterator


def demonstration_accounts() -> Iterator[str]:
    """Lines for the terminal: the accounts of the demonstration."""
    from thidua.site.sample.roster import lines  # noqa: PLC0415 -- the command line starts without Django

    return lines()
