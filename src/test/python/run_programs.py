"""Runs many programs, each as `python FILE` would, and says what each printed, raised and returned.

usage: run_programs.py REQUESTS RESULTS

REQUESTS is a JSON list of {"id", "path", "method", "arguments"}, where method is a start method of
multiprocessing. RESULTS becomes a JSON object from id to {"output", "raised", "status"}.

Each program runs in a forked child with its own working folder: that costs milliseconds, while a new
interpreter costs a tenth of a second. The start method becomes the default, as on a platform where it
is the default, so a program may still choose another one.
"""

import atexit
import json
import multiprocessing
import multiprocessing.context
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
import types

# Imported here once for all children, since nearly every rewritten program needs it.
import concurrent.futures.process  # noqa: F401
import concurrent.futures.thread  # noqa: F401

SECONDS = 60


def run_here(path, method, arguments, folder):
    """Turns this process into a run of the program; never returns."""
    os.setsid()
    for number, name in ((1, "output"), (2, "errors")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)
    default = multiprocessing.context._default_context
    default._default_context = multiprocessing.get_context(method)
    work = folder / "work"
    work.mkdir()
    os.chdir(work)
    sys.argv = [str(path), *arguments]
    sys.path[0] = str(path.parent)
    program = types.ModuleType("__main__")
    program.__file__ = str(path)
    program.__builtins__ = __builtins__
    # Importing multiprocessing makes the second name; it was imported before this program.
    sys.modules["__main__"] = sys.modules["__mp_main__"] = program
    status, raised = 0, ""
    try:
        exec(compile(path.read_bytes(), str(path), "exec"), program.__dict__)
    except SystemExit as leave:
        status = leave.code if isinstance(leave.code, int) else int(leave.code is not None)
        raised = f"SystemExit: {leave.code}"
    except BaseException as problem:
        status = 1
        raised = f"{type(problem).__qualname__}: {problem}"
        traceback.print_exc()
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    (folder / "raised").write_text(raised)
    os._exit(status & 0xFF)


def finished(folder, status):
    code = os.waitstatus_to_exitcode(status)
    raised = folder / "raised"
    return {
        "output": (folder / "output").read_bytes().decode("utf-8", "replace"),
        "raised": raised.read_text() if raised.exists() else f"killed with {code}",
        "errors": (folder / "errors").read_bytes().decode("utf-8", "replace")[-3000:],
        "status": code,
    }


def run_all(requests, scratch, at_once):
    results = {}
    running = {}
    waiting = list(reversed(requests))
    while waiting or running:
        while waiting and len(running) < at_once:
            request = waiting.pop()
            folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
            pid = os.fork()
            if pid == 0:
                try:
                    run_here(pathlib.Path(request["path"]), request["method"], request["arguments"], folder)
                finally:
                    traceback.print_exc()
                    os._exit(70)
            running[pid] = request["id"], folder, time.monotonic() + SECONDS
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid in running:
            name, folder, _ = running.pop(pid)
            results[name] = finished(folder, status)
            continue
        time.sleep(0.005)
        for late in [p for p, (_, _, until) in running.items() if until < time.monotonic()]:
            os.killpg(late, signal.SIGKILL)
            running[late] = (*running[late][:2], float("inf"))
    return results


def main():
    requests = json.loads(pathlib.Path(sys.argv[1]).read_text())
    # Not a TemporaryDirectory: the exit functions of a child would remove it.
    scratch = tempfile.mkdtemp()
    try:
        results = run_all(requests, scratch, os.cpu_count() or 1)
    finally:
        shutil.rmtree(scratch)
    pathlib.Path(sys.argv[2]).write_text(json.dumps(results))


if __name__ == "__main__":
    main()
