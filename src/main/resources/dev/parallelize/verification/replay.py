"""Replays iterations of the original's loops: in other orders, and one alone, each from the state before the loop.

A loop is replayed the first times that it runs, in forked children, which alone start from exactly that state: one takes
the iterations as they come, one for each seed takes them in another order, and some take a single one. The program itself
then goes on, and takes them too. What a child and the program disagree on although both took them in order says
nothing: a clock, a process number, a file that the first of them has made. Children say nothing to the outside.
"""

import functools
import inspect
import itertools
import json
import os
import random
import signal
import sys
import time

import _parallelize_config
import _parallelize_observer
import _parallelize_reach
import _parallelize_snapshot

PLAN = _parallelize_config.CONFIG["replay"]
MOST_ITERATIONS = 40
MOST_ALONE = 12
MOST_VISITS = 3
MOST_NOTES = 40
MOST_VALUE_BYTES = 4_000
MOST_REPORT_BYTES = 400_000
LONGEST_SECONDS = 1.5
NO_ITERATION = -1
IMMUTABLE = (int, float, complex, str, bytes, bool, type(None), range, frozenset)


class State:
    def __init__(self):
        self.loop = None
        self.way = ""
        self.number = NO_ITERATION
        self.notes = {}
        self.written = 0
        self.kept = {}
        self.inside = False
        self.child = False
        self.until = 0.0
        self.visits = {}
        self.done = set()

    def begin(self, number):
        self.number = number
        self.notes = {}


STATE = State()


def items(loop, iterable):
    if not is_replayed_now(loop):
        yield from iterable
        return
    STATE.visits[loop] = STATE.visits.get(loop, 0) + 1
    STATE.loop = loop
    order, most = rehearse(loop, iterable)
    taken = 0
    try:
        for number, each in in_order(iterable, order):
            if taken == most and not STATE.child:
                STATE.loop = None
            STATE.begin(number)
            yield each
            STATE.begin(NO_ITERATION)
            taken += 1
            if STATE.child and (taken >= most or time.monotonic() > STATE.until):
                break
            if not STATE.child and taken >= most and len(STATE.done) == PLAN["loops"]:
                os._exit(0)
    finally:
        if STATE.child:
            os._exit(min(taken, MOST_ITERATIONS))
        STATE.loop = None


def is_replayed_now(loop):
    if STATE.child or STATE.loop is not None or loop in STATE.done or not _parallelize_reach.in_main():
        return False
    threading = sys.modules.get("threading")
    asyncio = sys.modules.get("asyncio")
    alone = threading is None or threading.active_count() == 1
    return alone and (asyncio is None or asyncio._get_running_loop() is None)


def in_order(iterable, order):
    """Numbered items, as they come without an order. Only then may they depend on what the loop does."""
    if order is None:
        return enumerate(iterable)
    known = list(itertools.islice(iterable, max(order) + 1))
    return ((number, known[number]) for number in order if number < len(known))


def rehearse(loop, iterable):
    """The order in which this process takes the iterations and how many of them it reports; children start here."""
    began = time.monotonic()
    count = child("in order", LONGEST_SECONDS)
    if STATE.child:
        return None, MOST_ITERATIONS
    until = time.monotonic() + 2 * LONGEST_SECONDS
    slowest = 2 * (time.monotonic() - began)
    if count >= 2 or STATE.visits[loop] >= MOST_VISITS:
        STATE.done.add(loop)
    for way, order in orders(count) if count >= 2 else ():
        if time.monotonic() < until:
            child(way, slowest)
            if STATE.child:
                return order, len(order)
    STATE.way = "after"
    return None, count


def orders(count):
    """All iterations in one other order, then single ones from all over, then all in further orders."""
    first, *others = PLAN["seeds"]
    yield drawn(first, count)
    for number in range(count - 1, 0, -max(1, count // MOST_ALONE)):
        yield "alone", [number]
    for seed in others:
        yield drawn(seed, count)


def drawn(seed, count):
    """Backwards under seed 1, as the seed draws it under others."""
    order = list(range(count))[::-1]
    if seed != 1:
        random.Random(seed).shuffle(order)
    return "seed %d" % seed, order


def child(way, seconds):
    """The number of iterations that a child came to the end of; 0 in the child itself."""
    flush()
    before = offsets()
    pid = os.fork()
    if pid == 0:
        STATE.child = True
        _parallelize_observer.STATE.main_pid = os.getpid()
        STATE.way = way
        STATE.until = time.monotonic() + seconds
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        return 0
    count = wait(pid, time.monotonic() + 2 * seconds + 0.5)
    for descriptor, offset in before.items():
        os.lseek(descriptor, offset, os.SEEK_SET)
    return count


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


def offsets():
    """Where open files are read next: children share that place with the program."""
    found = {}
    for name in os.listdir("/proc/self/fd"):
        try:
            found[int(name)] = os.lseek(int(name), 0, os.SEEK_CUR)
        except OSError:
            pass
    return {descriptor: offset for descriptor, offset in found.items() if descriptor > 2}


def wait(pid, until):
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return 0
        time.sleep(0.001)


def wrap(function):
    """Notes what a function gives that workers of the other version call too."""
    if function.__qualname__ not in PLAN["functions"] or not inspect.isfunction(function):
        return function
    if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
        return function
    signature = inspect.signature(function)

    @functools.wraps(function)
    def watched(*arguments, **options):
        if STATE.loop is None or STATE.inside or not _parallelize_reach.in_main():
            return function(*arguments, **options)
        STATE.inside = True
        try:
            key = known_by(function, signature, arguments, options)
            try:
                result = function(*arguments, **options)
            except Exception as problem:
                write(function.__qualname__, key, {"raised": "%s: %s" % (type(problem).__qualname__, str(problem)[:200])})
                raise
            remember(function.__qualname__, key, result)
            return result
        finally:
            STATE.inside = False

    return watched


def known_by(function, signature, arguments, options):
    """The digest under which ``reach`` knows the call."""
    try:
        bound = signature.bind(*arguments, **options)
    except TypeError:
        return "-"
    bound.apply_defaults()
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    values = [bound.arguments[name] for kind in kinds for name, each in signature.parameters.items() if each.kind is kind]
    return _parallelize_reach.digest(values[1:] if "." in function.__qualname__ else values)


def value(owner, place, computed):
    if STATE.loop is not None:
        remember(owner, place, computed)
    return computed


def noting(owner, place, function):
    """A function whose results are noted."""
    return lambda *arguments, **options: value(owner, place, function(*arguments, **options))


def note(owner, place, variables, names):
    if STATE.loop is not None:
        for name in names:
            if name in variables:
                remember(owner, place + " " + name, variables[name])


def remember(owner, key, result):
    """Something that several iterations give out is shared by them: what it holds is no one iteration's result."""
    if not isinstance(result, IMMUTABLE):
        first = STATE.kept.setdefault(id(result), (STATE.number, result))
        if first[0] != STATE.number:
            return
    snapshot = _parallelize_snapshot.Snapshot(_parallelize_observer.OWN)
    snapshot.nodes = _parallelize_snapshot.MAX_NODES - 2_000
    snapshot.array_bytes = MOST_VALUE_BYTES
    write(owner, key, {"result": snapshot.of(result)})


def write(owner, key, outcome):
    if STATE.number == NO_ITERATION:
        return
    occurrence = STATE.notes[owner, key] = STATE.notes.get((owner, key), 0) + 1
    if len(STATE.notes) > MOST_NOTES or occurrence > MOST_NOTES:
        return
    text = json.dumps(outcome)
    if len(text) > MOST_VALUE_BYTES:
        text = json.dumps({"result": {"$": "digest", "v": _parallelize_reach.fingerprint(text)}})
    line = json.dumps([STATE.loop, STATE.way, STATE.number, owner, key, occurrence]) + "\t" + text
    STATE.written += len(line)
    if STATE.written < MOST_REPORT_BYTES:
        _parallelize_observer.append("replay", line)
