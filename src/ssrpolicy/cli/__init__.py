"""The command ``ssrpolicy``: it parses, calls the library and prints; it decides nothing."""

from ssrpolicy.cli.main import main

__all__ = ["main"]
