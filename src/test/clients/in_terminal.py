"""Run a program in a terminal of its own until a file holds a text and is left alone, then end the program.

Usage: in_terminal.py FILE TEXT COMMAND [ARGUMENT...]

Some installers draw and wait in a terminal and do not end by themselves. Exit status 1 means that the file never held
the text; what the terminal showed last goes to standard error.
"""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 120
QUIET_SECONDS = 2


def is_done(file, text):
    """Tell whether the file holds the text and was not written to lately."""
    try:
        return text in file.read_text(encoding="utf-8") and time.time() - file.stat().st_mtime > QUIET_SECONDS
    except FileNotFoundError:
        return False


def watch(terminal, file, text):
    """Read what the terminal shows until the file is done or time is up; return whether it is, and what was shown."""
    shown = b""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and not is_done(file, text):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65_536)
            except OSError:
                break
    return is_done(file, text), shown


def main(file, text, *command):
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    done, shown = watch(terminal, Path(file), text)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if not done:
        sys.stderr.write(shown[-4_000:].decode("utf-8", "replace"))
        return 1
    return 0


sys.exit(main(*sys.argv[1:]))
