"""Called first in the functions that both versions share: notes their calls, or fails the one that the run asks for.

A call is known by its arguments, so that the same item fails in the original and in whichever worker gets it later.
"""

import hashlib
import json
import os
import sys

import _parallelize_config
import _parallelize_observer
import _parallelize_snapshot

CONFIG = _parallelize_config.CONFIG
INJECT = CONFIG.get("inject")
NOTED_CALLS = 400
COMPARED_CALLS = 5000


COUNTS = {}
ENTERED = set()


def reach(function, arguments):
    count = COUNTS.get(function, 0)
    if INJECT is not None:
        if INJECT["function"] == function and count < COMPARED_CALLS:
            COUNTS[function] = count + 1
            if digest(arguments) == INJECT["digest"]:
                raise RuntimeError("injected failure")
        return
    if count >= NOTED_CALLS:
        return
    COUNTS[function] = count + 1
    worker = not in_main()
    _parallelize_observer.append("calls", json.dumps([function, digest(arguments), worker]))
    if worker:
        note_entry(function, sys._getframe(1).f_back)


def enter(function):
    """Called first in the functions that the rewrite adds."""
    if CONFIG.get("observe") and not in_main():
        note_entry(function, sys._getframe(1).f_back)


def note_entry(function, caller):
    """Tells, once, of a function that a worker calls itself, be it through a lambda, and not for another one."""
    while caller is not None and caller.f_code.co_name == "<lambda>":
        caller = caller.f_back
    own = caller is not None and caller.f_globals.get("__name__") in _parallelize_observer.OWN
    if not own and function not in ENTERED:
        ENTERED.add(function)
        _parallelize_observer.append("entries", function)


def in_main():
    """False in another process or thread, and in a task besides the one that an event loop runs for its caller."""
    if os.getpid() != _parallelize_observer.STATE.main_pid:
        return False
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None and asyncio._get_running_loop() is not None:
        task = asyncio.current_task()
        if task is not None and task.get_name() != "Task-1":
            return False
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()


def digest(arguments):
    snapshot = _parallelize_snapshot.Snapshot(_parallelize_observer.OWN)
    snapshot.nodes = _parallelize_snapshot.MAX_NODES - 2000
    return fingerprint(json.dumps([snapshot.of(each) for each in arguments]))


def fingerprint(text):
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:24]
