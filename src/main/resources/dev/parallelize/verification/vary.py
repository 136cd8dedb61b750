"""Wraps the functions that a rewrite changed: notes what they return and do to their arguments, and tries other inputs.

``note`` keeps the results of the first calls. ``vary`` makes further calls right before the first one, with copies of its
arguments: shrunk to no, one and two items, repeated to many, in another order, and with all numbers moved. What comes of
these calls and of the real ones is put beside what the other version's function gives.
"""

import copy
import functools
import inspect
import io
import opcode
import os
import re
import sys
import threading
import time

import _parallelize_config
import _parallelize_observer
import _parallelize_snapshot

CONFIG = _parallelize_config.CONFIG
NOTED_CALLS = 30
VARIED_FUNCTIONS = 6
LONGEST_SECONDS = 3.0
MANY_ITEMS = 40
ADDRESS = re.compile(r"0x[0-9a-f]+")
SIZED = (list, tuple, dict, set, frozenset, bytes, range)
LARGEST_NUMBER = 1 << 20
MOST_COPIED = 100_000


class State:
    def __init__(self):
        self.inside = False
        self.calls = []
        self.variants = []
        self.varied = set()
        self.seconds = 0.0


STATE = State()


def wrap(function):
    if not callable(function) or inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        return function
    if inspect.isgeneratorfunction(function):
        return function

    @functools.wraps(function)
    def watched(*arguments, **options):
        if STATE.inside or not main_thread():
            return function(*arguments, **options)
        STATE.inside = True
        try:
            if CONFIG.get("vary") and function.__qualname__ not in STATE.varied and len(STATE.varied) < VARIED_FUNCTIONS:
                STATE.varied.add(function.__qualname__)
                vary(function, arguments, options)
            return noted(function, arguments, options)
        finally:
            STATE.inside = False

    return watched


def main_thread():
    return os.getpid() == _parallelize_observer.STATE.main_pid and threading.current_thread() is threading.main_thread()


def noted(function, arguments, options):
    began = time.perf_counter()
    try:
        result = function(*arguments, **options)
    finally:
        STATE.seconds += time.perf_counter() - began
    if len(STATE.calls) < NOTED_CALLS:
        snapshot = small_snapshot()
        STATE.calls.append([function.__qualname__, snapshot.of(result), snapshot.of([list(arguments), options])])
    return result


def small_snapshot():
    snapshot = _parallelize_snapshot.Snapshot(_parallelize_observer.OWN)
    snapshot.nodes = _parallelize_snapshot.MAX_NODES - 20_000
    snapshot.array_bytes = 400_000
    return snapshot


def vary(function, arguments, options):
    """Each variant until one takes long: the other version's list may be longer, only the common part is compared."""
    began = time.perf_counter()
    spent = {}
    for name, change in VARIANTS:
        try:
            varied = change(list(arguments))
        except Exception:
            continue
        if varied is None or time.perf_counter() - began > LONGEST_SECONDS:
            continue
        if change is longer and spent.get("two items", 1.0) * MANY_ITEMS / 2 > LONGEST_SECONDS / 3:
            continue
        start = time.perf_counter()
        STATE.variants.append([function.__qualname__, name, outcome(function, varied, options)])
        spent[name] = time.perf_counter() - start


def outcome(function, arguments, options):
    real = sys.stdout
    sys.stdout = said = io.StringIO()
    snapshot = small_snapshot()
    try:
        answer = {"result": snapshot.of(function(*arguments, **copy.deepcopy(options)))}
    except Exception as problem:
        answer = {
            "raised": "%s: %s" % (type(problem).__qualname__, ADDRESS.sub("0x…", str(problem))[:300]),
            "meant": is_raised_by_program(problem),
        }
    finally:
        sys.stdout = real
    answer["arguments"] = snapshot.of(arguments)
    answer["printed"] = said.getvalue()[:20_000]
    return answer


def is_raised_by_program(problem):
    """Whether a statement of the program raised it: any other means that the function was not made for such arguments."""
    traceback = problem.__traceback__
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    code = traceback.tb_frame.f_code.co_code
    own = traceback.tb_frame.f_globals.get("__name__") in _parallelize_observer.OWN
    return own and opcode.opname[code[traceback.tb_lasti]] == "RAISE_VARARGS"


def shrunk(count):
    def change(arguments):
        if not any(is_sized(each) for each in arguments):
            return None
        lengths = {len(each) for each in arguments if is_array(each)}
        return copy.deepcopy([first(each, count, lengths) if is_sized(each) else each for each in arguments])

    return change


def is_sized(value):
    return type(value) in SIZED or is_array(value) or is_frame(value)


def is_array(value):
    return type(value).__module__ == "numpy" and type(value).__name__ == "ndarray" and value.ndim > 0


def is_frame(value):
    return type(value).__module__.startswith("pandas.") and type(value).__name__ in ("DataFrame", "Series")


def first(value, count, lengths):
    """The first items; of arrays along all axes of the given lengths, so that shapes that agree still do."""
    if is_array(value):
        return value[tuple(slice(count if length in lengths else None) for length in value.shape)]
    if type(value) is dict:
        return dict(list(value.items())[:count])
    if type(value) in (set, frozenset):
        return type(value)(sorted(value, key=repr)[:count])
    return value.iloc[:count] if is_frame(value) else value[:count]


def longer(arguments):
    """Sequences repeated to more items than there are workers or chunks; arrays along all axes as long as their first."""
    if too_large(arguments) or not any(is_repeatable(each) for each in arguments):
        return None
    lengths = {len(each) for each in arguments if is_array(each)}
    times = 1 + MANY_ITEMS // max(len(each) for each in arguments if is_repeatable(each))
    return copy.deepcopy([repeated(each, times, lengths) if is_repeatable(each) else each for each in arguments])


def is_repeatable(value):
    return (type(value) in (list, tuple) or is_array(value)) and 0 < len(value) < MANY_ITEMS


def repeated(value, times, lengths):
    if not is_array(value):
        return value * times
    for axis, length in enumerate(value.shape):
        if length in lengths:
            value = value.take([at % length for at in range(length * times)], axis)
    return value


def fewer(count):
    """A count among the arguments, where nothing has a length."""

    def change(arguments):
        at = [number for number, each in enumerate(arguments) if type(each) is int]
        if not at or any(is_sized(each) for each in arguments):
            return None
        varied = copy.deepcopy(arguments)
        varied[at[-1]] = count
        return varied

    return change


def uneven(arguments):
    """Of several sequences the last one has an item less."""
    at = [number for number, each in enumerate(arguments) if type(each) in (list, tuple) and len(each) > 1]
    if too_large(arguments) or len(at) < 2:
        return None
    varied = copy.deepcopy(arguments)
    varied[at[-1]] = varied[at[-1]][:-1]
    return varied


def turned(arguments):
    if too_large(arguments) or not any(type(each) in (list, tuple) and len(each) > 1 for each in arguments):
        return None
    return [each[::-1] if type(each) in (list, tuple) else each for each in copy.deepcopy(arguments)]


def moved(arguments):
    if too_large(arguments):
        return None
    varied = [other(each, 0) for each in copy.deepcopy(arguments)]
    return varied if any(is_sized(each) or type(each) is float for each in arguments) else None


def too_large(arguments):
    return any(is_sized(each) and len(each) > MOST_COPIED for each in arguments)


def other(value, depth):
    """The same shape with other numbers: whole ones by one more, floats by a share and a bit."""
    kind = type(value)
    if depth > 6:
        return value
    if kind is int and depth > 0 and abs(value) < LARGEST_NUMBER:
        return value + 1
    if kind is float:
        return value * 1.0731 + 0.3137
    if kind in (list, tuple, set, frozenset):
        return kind([other(each, depth + 1) for each in value])
    if kind is dict:
        return {key: other(each, depth + 1) for key, each in value.items()}
    if is_array(value):
        if value.dtype.kind == "f":
            return value * value.dtype.type(1.0731) + value.dtype.type(0.3137)
        return value + value.dtype.type(1) if value.dtype.kind in "iu" else value
    return value


VARIANTS = [
    ("no items", shrunk(0)),
    ("one item", shrunk(1)),
    ("two items", shrunk(2)),
    ("a count of 0", fewer(0)),
    ("a count of 1", fewer(1)),
    ("many items", longer),
    ("an item less in the last sequence", uneven),
    ("the items in reverse", turned),
    ("other numbers", moved),
]
