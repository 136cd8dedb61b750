"""Check the corpus's verdicts by running each loop's costly call out of order.

Usage: python check_corpus_truth.py CORPUS [NAME ...]

For every `for` loop of the corpus whose body calls a function of the same file, the program is rewritten as someone in
a hurry would do it: the first such call of each iteration runs in a forked child, last item first, each from the state
before the loop, and the loop then runs with those results. A program called sequential must then behave differently, or
its verdict is in doubt; one called parallelizable must behave the same, or it needs more than a naive rewrite. Programs
in doubt for a known reason are listed below.
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT_SECONDS = 20
KNOWN = {
    "decimal-context-set-in-main": "a forked child inherits the context; a spawned one does not",
    "endless-iterator-with-break": "the items never end; only a bounded window may be read",
    "exception-with-two-arguments": "the exception must be sent as its parts",
    "generator-inside-worker": "the first call makes a generator; the costly part is the sum around it",
    "id-as-key": "a forked child has the same ids, as long as the items are not pickled",
    "path-joined-before-the-try": "the call needs the path, which is made in front of it",
    "path-object-before-the-try": "the call needs the path, which is made in front of it",
    "late-binding-closures": "the call stands in a lambda that runs after the loop",
    "drawn-and-left-out-after": "the draws must be made in order, in front of the work",
    "generator-fails-after-some-items": "items must be taken one after the other, a few ahead",
    "strict-zip-ends-in-failure": "items must be taken one after the other, a few ahead",
    "time-since-the-program-began": "times differ in each run, in ways that are not printed",
    "time-that-a-loop-is-given": "times differ in each run, in ways that are not printed",
    "time-that-limits-the-work": "times differ in each run, in ways that are not printed",
}
PRELUDE = '''
import os as _os, pickle as _pickle, sys as _sys


def _ahead(call):
    reader, writer = _os.pipe()
    _sys.stdout.flush()
    if _os.fork() == 0:
        try:
            answer = _pickle.dumps((True, call()))
        except BaseException as failure:
            answer = _pickle.dumps((False, failure))
        _sys.stdout.flush()
        with _os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        _os._exit(0)
    _os.close(writer)
    with _os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    _os.wait()
    return answer


def _result(answer):
    good, value = _pickle.loads(answer)
    if good:
        return value
    raise value


'''


def function_body(tree, name):
    """Return the statements of a function by its qualified name."""
    body = tree.body
    for part in name.split(".") if name != "<module>" else ():
        body = next(node for node in body if getattr(node, "name", None) == part).body
    return body


def callee(call):
    """Return the last part of the name that a call calls."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def position(node):
    return node.lineno, node.col_offset


class Replace(ast.NodeTransformer):
    """Replaces one node by other nodes."""

    def __init__(self, old, new):
        self.old = old
        self.new = new

    def visit(self, node):
        return self.new if node is self.old else self.generic_visit(node)


def naive(text, candidate):
    """Return the program with the loop's costly call run ahead, or None if there is no such loop or call."""
    function, construct, ordinal = candidate.rsplit("/", 2)
    if construct != "for":
        return None
    tree = ast.parse(text)
    inside = [node for statement in function_body(tree, function) for node in ast.walk(statement)]
    loop = sorted((node for node in inside if isinstance(node, ast.For)), key=position)[int(ordinal) - 1]
    names = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    body = [node for statement in loop.body for node in ast.walk(statement)]
    inner = [node.target for node in body if isinstance(node, (ast.For, ast.comprehension))]
    bound = {node.id for target in inner for node in ast.walk(target) if isinstance(node, ast.Name)}
    calls = [node for node in body if isinstance(node, ast.Call) and callee(node) in names]
    calls = [call for call in calls if not bound & {n.id for n in ast.walk(call) if isinstance(n, ast.Name)}]
    if not calls:
        return None
    call = min(calls, key=position)
    target, items = ast.unparse(loop.target), ast.unparse(loop.iter)
    ahead, again = ast.parse(
        f"_items = list({items})\n_answers = {{}}\n"
        f"for _k, ({target}) in reversed(list(enumerate(_items))):\n"
        f"    _answers[_k] = _ahead(lambda: {ast.unparse(call)})\n"
        f"for _k, ({target}) in enumerate(_items):\n    pass"
    ).body[2:]
    first = ast.parse(f"_items = list({items})\n_answers = {{}}").body
    taken = ast.parse("_result(_answers[_k])", mode="eval").body
    again.body = [Replace(call, taken).visit(statement) for statement in loop.body]
    again.orelse = loop.orelse
    Replace(loop, [*first, ahead, again]).visit(tree)
    return PRELUDE + ast.unparse(ast.fix_missing_locations(tree))


def behaviour(text):
    """Run a program in a folder of its own; return its exit status and output."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "program.py"
        program.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run(
                [sys.executable, str(program)],
                cwd=folder,
                env=dict(os.environ, PYTHONHASHSEED="1"),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LIMIT_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return "no end", b""
        return done.returncode, done.stdout


def main(arguments):
    corpus = Path(arguments[0])
    names = arguments[1:] or sorted(folder.name for folder in corpus.iterdir() if folder.is_dir())
    tried = 0
    doubts = 0
    for name in names:
        expected = json.loads((corpus / name / "expect.json").read_text(encoding="utf-8"))
        text = (corpus / name / "before.py").read_text(encoding="utf-8")
        rewritten = naive(text, expected["candidate"])
        if rewritten is None or name in KNOWN or expected["verdict"] == "conditional":
            continue
        tried += 1
        same = behaviour(text) == behaviour(rewritten)
        if same != (expected["verdict"] == "parallelizable"):
            doubts += 1
            behaves = "the same" if same else "differently"
            print(f"{name}: called {expected['verdict']}, but a naive rewrite behaves {behaves}")
    print(f"{tried} programs tried, {doubts} in doubt")
    return 1 if doubts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
