"""Check what the loops of the PolyBench kernels are said to be, by running their iterations in other orders and apart.

Usage: python check_polybench_truth.py FOLDER [SAME]

With a second folder, checks only that the kernels of both compute the same.

Every `for` loop of a kernel ends its first line in a comment that starts with one word. With the loop's iterations in
other orders, and with each of them started from the state before the loop, its changes merged after all:

- an `independent` loop gives the same results both ways; so does a `privatizable` one, which needs its scalars and
  scratch arrays to be given a value first by each iteration;
- a `reduction` gives the same results (up to rounding) in other orders, but not apart: its updates get lost;
- a `sequential` loop gives other results apart, or in another order.
"""

import ast
import copy
import random
import re
import sys
from pathlib import Path

ORDERS = 5


def leaves(value, path=()):
    """Yield each number in nested lists or an array, with the indices that lead to it."""
    if hasattr(value, "__len__"):
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))
    else:
        yield path, value


def put(container, path, value):
    for index in path[:-1]:
        container = container[index]
    container[path[-1]] = value


class Runner:
    """Hands out the items of one loop as the check wants them run."""

    def __init__(self, names):
        self.names = names
        self.seed = None

    def permuted(self, items):
        items = list(items)
        random.Random(self.seed).shuffle(items)
        return items

    def apart(self, items):
        before = self.state()
        changes = {}
        for item in list(items):
            self.restore(before)
            yield item
            for name, old in before.items():
                for path, value in self.changed(name, old):
                    changes[name, path] = value
        self.restore(before)
        for (name, path), value in changes.items():
            if path:
                put(self.names[name], path, value)
            else:
                self.names[name] = value

    def state(self):
        kinds = (int, float, list)
        return {n: copy.deepcopy(v) for n, v in self.names.items() if isinstance(v, kinds) or hasattr(v, "shape")}

    def restore(self, before):
        for name, old in before.items():
            if hasattr(old, "__len__"):
                for path, value in leaves(old):
                    put(self.names[name], path, value)
            else:
                self.names[name] = old

    def changed(self, name, old):
        for (path, value), (_, earlier) in zip(leaves(self.names[name]), leaves(old)):
            if value != earlier:
                yield path, value


def function(tree, name):
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)


def arguments(tree, names):
    """Return the values that `main` passes to the kernel."""
    *build, last = function(tree, "main").body
    exec(compile(ast.Module(build, []), "main", "exec"), names)
    call = last.value.args[0]
    values = [eval(compile(ast.Expression(a), "main", "eval"), names) for a in call.args]
    return dict(zip((a.arg for a in function(tree, "kernel").args.args), values))


def run(tree, way="", seed=None, line=0):
    """Run the kernel, with the loop of that line in that way; return what it returns as a list of numbers."""
    tree = copy.deepcopy(tree)
    names = {}
    rest = [node for node in tree.body if not isinstance(node, ast.If)]
    exec(compile(ast.Module(rest, []), "file", "exec"), names)
    names.update(arguments(tree, dict(names)))
    runner = names["_runner"] = Runner(names)
    runner.seed = seed
    kernel = function(tree, "kernel")
    for loop in [node for node in ast.walk(kernel) if isinstance(node, ast.For) and node.lineno == line]:
        loop.iter = ast.parse(f"_runner.{way}({ast.unparse(loop.iter)})", mode="eval").body
    *body, result = kernel.body
    exec(compile(ast.fix_missing_locations(ast.Module(body, [])), "kernel", "exec"), names)
    value = eval(compile(ast.Expression(result.value), "kernel", "eval"), names)
    return [number for _, number in leaves(value)]


def same(one, other):
    pairs = zip(one, other)
    return len(one) == len(other) and all(abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b)) for a, b in pairs)


def attempt(tree, way, seed, line, expected):
    try:
        return same(run(tree, way, seed, line), expected)
    except (ArithmeticError, ValueError, TypeError):
        return False


def behaviour(tree, line):
    """Return whether the loop of that line may run in any order, and whether its iterations may run apart."""
    expected = run(tree)
    orders = all(attempt(tree, "permuted", seed, line, expected) for seed in range(ORDERS))
    return orders, attempt(tree, "apart", None, line, expected)


def compare(folder, other):
    wrong = 0
    paths = sorted(Path(folder).glob("*.py"))
    for path in paths:
        one, two = (ast.parse((Path(f) / path.name).read_text(encoding="utf-8")) for f in (folder, other))
        if not same(run(one), run(two)):
            wrong += 1
            print(f"{path.name}: other results")
    print(f"{len(paths)} kernels, {wrong} with other results")
    return 1 if wrong else 0


def main(folder, *others):
    if others:
        return compare(folder, *others)
    loops = 0
    wrong = 0
    for path in sorted(Path(folder).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        for loop in [node for node in ast.walk(function(tree, "kernel")) if isinstance(node, ast.For)]:
            first_line = text.splitlines()[loop.lineno - 1]
            word = re.search(r"# (\w+)", first_line)[1]
            loops += 1
            orders, apart = behaviour(tree, loop.lineno)
            right = {
                "independent": orders and apart,
                "privatizable": orders and apart,
                "reduction": orders and not apart,
                "sequential": not (orders and apart),
            }[word]
            if not right:
                wrong += 1
                print(f"{path.name}:{loop.lineno}: called {word}, but any order: {orders}, apart: {apart}")
    print(f"{loops} loops, {wrong} in doubt")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
