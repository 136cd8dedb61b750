"""Holds the library data against real Python: usage: check_library.py FOLDER NEWER.json

Prints one line for each name that the data lists and Python lacks, and for each parameter that stands at
another position than the data says. A package that is not installed is skipped. NEWER.json gives, by name, the
Python version that brought it ("3.12") or took it away ("until 3.13"), or why it cannot be looked up.
"""

import contextlib
import functools
import importlib
import inspect
import io
import json
import pathlib
import re
import sys
import warnings

BY_NAME_ONLY = 100


def main(folder, newer_file):
    newer = json.loads(pathlib.Path(newer_file).read_text())
    index = json.loads(pathlib.Path(folder, "index.json").read_text())
    checked, skipped, problems = 0, [], []
    for package in [name for group in index.values() for name in group]:
        modules = json.loads(pathlib.Path(folder, package.lstrip("_") + ".json").read_text())["modules"]
        if not is_installed(package):
            skipped.append(package)
            continue
        for module, content in modules.items():
            for name, problem in check_module(module, content):
                checked += 1
                if problem and not excused(name, newer):
                    problems.append(f"{name}: {problem}")
    for problem in problems:
        print(problem)
    print(f"checked {checked} names; not installed: {' '.join(skipped) or 'none'}", file=sys.stderr)


def is_installed(package):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            importlib.import_module(package)
        return True
    except ImportError:
        return False


def excused(name, newer):
    """A name may be younger than this Python, or gone from it."""
    running = sys.version_info[:2]
    for prefix, version in newer.items():
        if name == prefix or name.startswith((prefix + ".", prefix + "(", prefix + ")")):
            match = re.fullmatch(r"(until )?(\d+)\.(\d+)", version)
            if not match:
                return True
            known = (int(match[2]), int(match[3]))
            if running >= known if match[1] else running < known:
                return True
    return False


def check_module(module, content):
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            importlib.import_module(module)
        except ImportError:
            yield module, "no such module"
            return
    for name in content.get("constants", {}):
        yield f"{module}.{name}", missing(f"{module}.{name}")
    for name in content.get("aliases", {}):
        if "#" not in name:
            yield f"{module}.{name}", missing(f"{module}.{name}")
    for line in lines(content.get("functions", {})):
        yield from check_line(module, line, shift=0)
    for name, entry in content.get("types", {}).items():
        yield from check_type(module, name, entry)


def check_type(module, name, entry):
    real = entry.get("class", f"{module}.{name}")
    problem = missing(real)
    yield real, problem
    if problem:
        return
    if "constructor" in entry and "class" not in entry:
        yield from check_line(module, name + entry["constructor"], shift=0)
    for line in lines(entry.get("static", {})):
        yield from check_line(real, line, shift=0)
    for line in lines(entry.get("methods", {})):
        yield from check_line(real, line, shift=1)


def check_line(owner, line, shift):
    name = line[: line.index("(")].split("#")[0]
    full = f"{owner}.{name}"
    problem = missing(full)
    yield full, problem
    if not problem and not name.startswith("__"):
        shape = line[: line.index("(")].partition("#")[2]
        given = int(shape) if shape.isdigit() else BY_NAME_ONLY
        for parameter, trouble in check_parameters(full, parameters(line), shift, given):
            yield f"{full}({parameter})", trouble


def check_parameters(full, listed, shift, given):
    """The shape of a call with so many positional arguments passes all later ones by name."""
    try:
        signature = inspect.signature(find(full))
    except (TypeError, ValueError):
        return
    real = list(signature.parameters.values())
    if shift and real and real[0].kind in (real[0].POSITIONAL_ONLY, real[0].POSITIONAL_OR_KEYWORD):
        real = real[shift:]
    takes_any = any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in real)
    positions = {}
    for i, parameter in enumerate(real):
        positions[parameter.name] = i if parameter.kind < parameter.KEYWORD_ONLY else BY_NAME_ONLY
    for name, position in listed.items():
        if name not in positions:
            if not takes_any and not is_positional_only(real, position):
                yield name, f"no such parameter among {', '.join(positions) or 'none'}"
        elif min(position, BY_NAME_ONLY) == BY_NAME_ONLY and positions[name] >= given:
            continue
        elif min(position, BY_NAME_ONLY) != positions[name]:
            yield name, f"stands at {positions[name]}, not at {position}"


def is_positional_only(real, position):
    """Such a parameter may bear any name."""
    return position < len(real) and real[position].kind in (
        inspect.Parameter.POSITIONAL_ONLY,
        inspect.Parameter.VAR_POSITIONAL,
    )


def parameters(line):
    inside = line[line.index("(") + 1 : line.index(")")]
    found, position = {}, 0
    for text in filter(None, re.split(r"\s*,\s*", inside)):
        name = text.split()[0]
        if name.startswith("**"):
            continue
        if name.startswith("*"):
            position = BY_NAME_ONLY
            continue
        found[name] = position
        position += 1
    return found


def lines(groups):
    return [line for group in groups.values() for line in group]


def missing(name):
    try:
        find(name)
    except LookupError:
        return "does not exist"
    return None


def find(name):
    """The object of a qualified name: the longest module that can be imported, then attributes.

    A class without a name that can be looked up stands as ``type of`` a function that makes one.
    """
    if name.startswith("type of "):
        maker, _, rest = name.removeprefix("type of ").partition("():")
        return functools.reduce(getattr, filter(None, rest.split(".")), type(find(maker)()))
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        try:
            for part in parts[end:]:
                found = getattr(found, part)
            return found
        except AttributeError:
            continue
    raise LookupError(name)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
