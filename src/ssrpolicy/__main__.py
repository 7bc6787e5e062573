"""``python -m ssrpolicy``: the command, where its script is not on the path."""

from ssrpolicy.cli import main

main()
