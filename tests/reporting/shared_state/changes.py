"""What a plugin changes of the process that runs it, and what shows that it was set back."""

import decimal
import gc
import locale
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

SEARCHED = tuple(sys.path)


def umask() -> int:
    """What new files of this process do not get."""
    now = os.umask(0o022)
    os.umask(now)
    return now


def largest_file() -> object:
    """How large a file this process may write."""
    import resource  # noqa: PLC0415 - Windows does not have this module

    return resource.getrlimit(resource.RLIMIT_FSIZE)


# What a plugin does, what it is blamed for, and what shows the same before and after.
CHANGES: dict[str, tuple[str, str, Callable[[], object]]] = {
    "umask": ("import os\nos.umask(0)", "the umask", umask),
    "decimals": (
        "import decimal\ndecimal.getcontext().prec = 3",
        "the decimal context",
        lambda: decimal.Decimal(1) / 3,
    ),
    "rounding": (
        "import decimal\ndecimal.setcontext(decimal.Context(rounding=decimal.ROUND_UP))",
        "the decimal context",
        lambda: decimal.getcontext().rounding,
    ),
    "recursion": (
        "import sys\nsys.setrecursionlimit(90_000)",
        "the recursion limit",
        sys.getrecursionlimit,
    ),
    "digits": (
        "import sys\nsys.set_int_max_str_digits(0)",
        "the limit of digits",
        sys.get_int_max_str_digits,
    ),
    "locale": (
        (
            "import locale\nnow = locale.setlocale(locale.LC_NUMERIC)\n"
            "locale.setlocale(locale.LC_NUMERIC, 'C.UTF-8' if now == 'C' else 'C')"
        ),
        "the locale",
        lambda: locale.setlocale(locale.LC_ALL),
    ),
    "folder": ("import os\nos.chdir('/')", "the working folder", Path.cwd),
    "variable": (
        "import os\nos.environ['LANG'] = 'tlh'\ndel os.environ['PATH']",
        "the environment",
        lambda: dict(os.environ),
    ),
    "environment": (
        "import os\nos.environ = {'HOME': '/'}",
        "the environment",
        lambda: (id(os.environ), dict(os.environ)),
    ),
    "signals": (
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "the signal handlers",
        lambda: signal.getsignal(signal.SIGTERM),
    ),
    "signal between programs": (
        "import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_IGN)",
        "the signal handlers",
        lambda: signal.getsignal(signal.SIGUSR1),
    ),
    "alarm": (
        "import signal\nsignal.alarm(3600)",
        "the alarm",
        lambda: signal.getitimer(signal.ITIMER_REAL),
    ),
    "collector": ("import gc\ngc.disable()", "the garbage collector", gc.isenabled),
    "blocked": (
        "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])",
        "the blocked signals",
        lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ()),
    ),
    "built-in": (
        "import builtins\nbuiltins.open = builtins.int = None\ndel builtins.zip",
        "the built-in functions",
        lambda: (open, int, zip),
    ),
    "finders": (
        "import sys\nsys.meta_path.clear()",
        "the import of modules",
        lambda: list(sys.meta_path),
    ),
    "search": (
        "import sys\nsys.path[:] = ['/', *sys.path[1:]]",
        "the search path of modules",
        lambda: sys.path[: len(SEARCHED)],
    ),
    "sockets": (
        "import socket\nsocket.setdefaulttimeout(0.01)",
        "the timeout of sockets",
        socket.getdefaulttimeout,
    ),
    "modules": (
        "import json, sys\nsys.modules['json'] = None\ndel sys.modules['decimal']",
        "the imported modules",
        lambda: [sys.modules.get(name) for name in ("json", "decimal")],
    ),
    "hooks": (
        "import sys\nsys.setprofile(lambda *_: None)\nsys.excepthook = print",
        "the hooks of Python",
        lambda: (sys.getprofile(), sys.excepthook),
    ),
    "limits": (
        (
            "import resource\nmost = resource.getrlimit(resource.RLIMIT_FSIZE)[1]\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))"
        ),
        "the limits of the process",
        largest_file,
    ),
    "logging": (
        "import logging\nlogging.disable(50)",
        "the logging",
        lambda: logging.root.manager.disable,
    ),
    "output": (
        "import sys, io\nsys.stdout = io.StringIO()",
        "the standard streams",
        lambda: id(sys.stdout),
    ),
}
