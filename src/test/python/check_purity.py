"""Calls what the library data calls pure and looks whether that holds: usage: check_purity.py FOLDER

Each function and method of the standard library that stands in a pure group is called with values from a small
pool until some calls succeed. Prints a line where an argument or the receiver has changed, where the result is of
another type than the data says for every call, and where a result that is called fresh shares a mutable object with an argument.
"""

import collections
import datetime
import decimal
import fractions
import io
import itertools
import json
import os
import pathlib
import random
import re
import signal
import string
import sys
import uuid
import warnings

from check_library import find, is_installed, lines

WANTED = 4  # successful calls a function
TRIES = 200  # calls a function
MINIMUM = 150  # functions that must have been called for the check to mean something
SKIPPED = {
    "logging.Logger.isEnabledFor",  # remembers its answers in the logger, which nobody sees
}
WORDS = re.compile(r"[,;]\s*")

# Each call gets values of its own.
POOL = [
    lambda: [3, 1, 2],
    lambda: "a1 b",
    lambda: 2,
    lambda: 2.5,
    lambda: {"a": [1], "b": [2]},
    lambda: (1, 2),
    lambda: b"AbC ",
    lambda: {1, 2},
    lambda: [[1], [2, 3]],
    lambda: ["b", "a"],
    lambda: [(1, 2), (3, 4)],
    lambda: "%s",
    lambda: "2020-01-31",
    lambda: "<a>x</a>",
    lambda: '{"a": [1, {"b": null}]}',
    lambda: len,
    lambda: str,
    lambda: True,
    lambda: None,
    lambda: [0.5, 1.5, 2.5],
    lambda: 1 + 2j,
    lambda: range(3),
    lambda: bytearray(b"abc"),
    lambda: datetime.date(2020, 1, 31),
    lambda: datetime.datetime(2020, 1, 31, 12, 30),
    lambda: decimal.Decimal("1.50"),
    lambda: fractions.Fraction(1, 3),
    lambda: pathlib.PurePosixPath("/a/b.txt"),
    lambda: collections.Counter("abca"),
    lambda: collections.deque([[1], [2]]),
    lambda: uuid.UUID(int=7),
    lambda: frozenset([1, 2]),
    lambda: max,
    lambda: [["x"], ["y"]],
    lambda: "utf-8",
]
SCALARS = (int, float, complex, str, bytes, type(None), type(...), range, type)
MUTABLE = (list, dict, set, bytearray, collections.deque)


def main(folder):
    index = json.loads(pathlib.Path(folder, "index.json").read_text())
    called = set()
    for package in index["builtins"] + index["standard library"]:
        modules = json.loads(pathlib.Path(folder, package.lstrip("_") + ".json").read_text())["modules"]
        if is_installed(package):
            for module, content in modules.items():
                check_module(module, content, called)
    print(f"called {len(called)} pure functions and methods", file=sys.stderr)
    if len(called) < MINIMUM:
        print(f"only {len(called)} functions could be called, {MINIMUM} are wanted")


def check_module(module, content, called):
    for words, line in pure_lines(content.get("functions", {})):
        check(module, line, words, None, called)
    for name, entry in content.get("types", {}).items():
        real = entry.get("class", f"{module}.{name}")
        receivers = makers(real, entry)
        for words, line in pure_lines(entry.get("methods", {})):
            if receivers and not line.startswith("__"):
                check(real, line, words, receivers, called)


def pure_lines(groups):
    for group, texts in groups.items():
        for line in texts:
            words = set(WORDS.split(group + ("; " + line.partition("; ")[2] if "; " in line else "")))
            if "pure" in words and not words & {"blocking", "calls-receiver"}:
                yield words, line


def makers(real, entry):
    """Ways to make an object of a class: from the pool, or by its constructor."""
    try:
        cls = find(real)
    except LookupError:
        return []
    if not isinstance(cls, type):
        return []
    ready = [make for make in POOL if type(make()) is cls]
    if ready or "constructor" not in entry or re.search(r"reads-|writes-|starts-|blocking", entry["constructor"]):
        return ready
    for count in range(3):
        for values in itertools.islice(itertools.product(POOL[:26], repeat=count), TRIES):
            try:
                made = timed(lambda: cls(*[value() for value in values]))
            except Exception:
                continue
            if type(made) is cls:
                ready.append(lambda values=values: cls(*[value() for value in values]))
            if len(ready) == 2:
                return ready
    return ready


def check(owner, line, words, receivers, called):
    name = line[: line.index("(")].split("#")[0]
    full = f"{owner}.{name}"
    if full in SKIPPED:
        return
    result = line[line.index(")") + 2 :].partition(";")[0].strip()
    parameters = [p for p in re.split(r",\s*", line[line.index("(") + 1 : line.index(")")]) if p and p != "*"]
    successes, misfits = 0, []
    for receiver, values in calls(len(parameters), receivers):
        arguments = [value() for value in values]
        held = arguments + ([receiver()] if receiver else [])
        before = [state(value) for value in held]
        try:
            function = getattr(held[-1], name) if receiver else find(full)
            answer = timed(lambda: function(*arguments))
        except Exception:
            continue
        successes += 1
        called.add(full)
        text = ", ".join(map(repr, arguments))
        if [state(value) for value in held] != before:
            print(f"{full}({text}) has changed an argument")
        if not fits(answer, "object" if result == "self" else result):
            misfits.append(f"{full}({text}) gives {type(answer).__name__} {answer!r:.60}, not {result}")
        if is_fresh(words, result) and not isinstance(answer, SCALARS) and shared(answer, held):
            print(f"{full}({text}) gives what an argument holds too")
        if successes == WANTED:
            break
    # Odd arguments may give odd results; no call at all that gives the type shows a mistake.
    if misfits and len(misfits) == successes:
        print(misfits[0])


def calls(parameters, receivers):
    for receiver in receivers or [None]:
        for count in range(min(parameters, 3) + 1):
            pool = POOL if count < 3 else POOL[:12]
            combinations = list(itertools.islice(itertools.product(pool, repeat=count), 3000))
            if count > 1:
                random.Random(count).shuffle(combinations)
            for values in combinations[:TRIES]:
                yield receiver, values


def timed(call):
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        return call()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def out_of_time(*_):
    raise TimeoutError


def state(value):
    """What can be seen of a value."""
    inside = getattr(value, "__dict__", None)
    return (repr(value), repr(inside) if isinstance(inside, dict) else None)


def is_fresh(words, result):
    if words & {"elements", "receiver", "argument", "shared"}:
        return False
    return "fresh" in words or (result.startswith(("list[", "dict[", "set[")) and "object" not in result)


def shared(answer, held):
    inside = {id(o) for value in held for o in reachable(value)}
    return any(id(o) in inside for o in reachable(answer))


def reachable(value, depth=0):
    if isinstance(value, MUTABLE):
        yield value
    if depth < 5:
        if isinstance(value, dict):
            children = list(value.values())
        elif isinstance(value, (list, tuple, set, frozenset, collections.deque)):
            children = list(value)
        else:
            children = []
        for child in children:
            yield from reachable(child, depth + 1)


def fits(answer, declared):
    if answer is None or declared == "object":
        return True
    head, _, rest = declared.partition("[")
    if head == "None":
        return False
    if head in ("iterator", "generator"):
        return hasattr(answer, "__next__")
    if head == "iterable":
        return hasattr(answer, "__iter__")
    if head == "scalar":
        return isinstance(answer, (int, float, complex, str, bytes))
    if head in ("dict_keys", "dict_items", "dict_values"):
        return type(answer).__name__ == head
    if head == "int" and isinstance(answer, bool):
        return False
    try:
        cls = find(head if "." in head else f"builtins.{head}")
    except LookupError:
        return True
    if not isinstance(cls, type):
        return True
    if not isinstance(answer, cls):
        return False
    parts = split(rest[:-1]) if rest else []
    if head in ("list", "set", "frozenset") and parts:
        return all(fits(child, parts[0]) for child in answer)
    if head == "tuple" and len(parts) > 1:
        return len(parts) == len(answer) and all(map(fits, answer, parts))
    return True


def split(text):
    parts, depth, current = [], 0, ""
    for c in text:
        depth += (c == "[") - (c == "]")
        if c == "," and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += c
    return parts + [current.strip()]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, out_of_time)
    out = sys.stdout
    main(*sys.argv[1:])
    out.flush()
    os._exit(0)
