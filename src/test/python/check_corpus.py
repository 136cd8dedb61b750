"""Check that the programs of the corpus run, are deterministic and quick, and state their expectations properly.

Usage: python check_corpus.py CORPUS [NAME ...]

Every program runs twice, with different hash seeds and in an empty folder; both runs must print the same and end the
same way. A program that needs a package that is not installed counts as a failure: run this with the interpreter of
the build's environment.
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

VERDICTS = {"parallelizable", "conditional", "sequential"}
HAZARDS = {
    "loop-carried-dependence",
    "shared-state-mutation",
    "argument-mutation",
    "unknown-callee",
    "aliasing",
    "early-exit",
    "generator",
    "order-sensitive-output",
    "exception-semantics",
    "unpicklable",
    "live-out-variable",
    "single-use-iterator",
    "iterable-mutated",
    "nondeterminism",
    "thread-unsafe-resource",
    "float-reassociation",
    "small-workload",
    "dynamic-code",
}
FIELDS = {"candidate", "verdict", "accept", "hazards", "note"}
CONSTRUCTS = {
    "for": (ast.For, ast.AsyncFor),
    "comprehension": (ast.ListComp, ast.SetComp, ast.DictComp),
    "generator-expression": (ast.GeneratorExp,),
}
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
LIMIT_SECONDS = 20


def constructs(node, function, kinds, counts):
    """Count the nodes of some kinds by the qualified name of the function around them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, kinds):
            counts[function] = counts.get(function, 0) + 1
        if isinstance(child, SCOPES):
            inner = child.name if function == "<module>" else f"{function}.{child.name}"
            constructs(child, inner, kinds, counts)
        else:
            constructs(child, function, kinds, counts)
    return counts


def has_candidate(program, candidate):
    """Tell whether the program has the loop that an id names; ids of other constructs are believed."""
    function, construct, ordinal = candidate.rsplit("/", 2)
    if construct not in CONSTRUCTS:
        return True
    counts = constructs(ast.parse(program), "<module>", CONSTRUCTS[construct], {})
    return 1 <= int(ordinal) <= counts.get(function, 0)


def check_expectation(folder):
    """Return what is wrong with the expectation of one program."""
    expected = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    problems = [f"unknown field {field}" for field in expected if field not in FIELDS]
    verdicts = [expected["verdict"], *expected.get("accept", [])]
    problems += [f"unknown verdict {verdict}" for verdict in verdicts if verdict not in VERDICTS]
    problems += [f"unknown hazard {hazard}" for hazard in expected["hazards"] if hazard not in HAZARDS]
    if expected["verdict"] != "parallelizable" and not expected["hazards"]:
        problems.append("a verdict other than parallelizable must name a hazard")
    program = (folder / "before.py").read_text(encoding="utf-8")
    if not has_candidate(program, expected["candidate"]):
        problems.append(f"there is no {expected['candidate']}")
    if not expected["note"]:
        problems.append("the note is empty")
    return problems


def run(program, seed):
    """Run a program in an empty folder; return its exit status, output and seconds."""
    environment = dict(os.environ, PYTHONHASHSEED=seed, PYTHONDONTWRITEBYTECODE="1")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(program.absolute())],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMIT_SECONDS,
        )
        return done.returncode, done.stdout, done.stderr, time.perf_counter() - start


def check_program(program):
    """Return what is wrong with one program, and the seconds of its quicker run."""
    first = run(program, "1")
    second = run(program, "2")
    problems = []
    if first[0] != 0:
        problems.append(f"exit status {first[0]}: {first[2].decode(errors='replace').strip()[-300:]}")
    if first[:2] != second[:2]:
        problems.append(f"two runs differ: {first[1][:200]!r} and {second[1][:200]!r}")
    if not first[1]:
        problems.append("prints nothing")
    return problems, min(first[3], second[3])


def main(arguments):
    corpus = Path(arguments[0])
    names = arguments[1:] or sorted(folder.name for folder in corpus.iterdir() if folder.is_dir())
    failures = 0
    slowest = (0.0, "")
    for name in names:
        problems, seconds = check_program(corpus / name / "before.py")
        problems += check_expectation(corpus / name)
        slowest = max(slowest, (seconds, name))
        for problem in problems:
            failures += 1
            print(f"{name}: {problem}")
    print(f"{len(names)} programs, {failures} problems, slowest {slowest[1]} with {slowest[0]:.2f} s")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
