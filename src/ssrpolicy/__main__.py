"""``python -m ssrpolicy``: the command, for when its script is not on the path."""

from ssrpolicy.cli import main

main()
