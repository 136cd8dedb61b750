"""Runs a package's own tests before and after its loops were rewritten, and compares what became of each test.

usage: mass_run.py PYTHON WORK PACKAGES [NAME ...]

PACKAGES is a folder of unpacked sources; which tests belong to which package stands below. WORK/NAME holds what the
program MassRun wrote for it. Each version of the new texts takes the place of the old ones in a copy of the package;
the executors are those of shuffled_executors.py. A test that does not pass both times without rewrites is left out.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).parent
LIMIT_SECONDS = int(os.environ.get("MASS_RUN_LIMIT", "420"))
ADDED_IMPORT = re.compile(r"^from concurrent\.futures import (ProcessPoolExecutor|ThreadPoolExecutor)$", re.M)

# The examples in the documentation of the files that are rewritten
OWN_EXAMPLES = ["--doctest-modules", "--continue-on-collection-errors", "-o", "addopts=", "--timeout=60"]

# name: root of the sources, folder or file of the package in it, what pytest is given
PACKAGES = {
    "attrs": ("attrs-25.3.0/src", ["attr", "attrs"], ["../tests"]),
    "boltons": ("boltons-25.0.0", ["boltons"], ["tests", "--doctest-modules", "boltons"]),
    "dateutil": ("python-dateutil-2.9.0.post0/src", ["dateutil"], ["../tests"]),
    "docutils": ("docutils-0.21.2", ["docutils"], ["test/test_parsers", "test/test_nodes.py", "test/test_statemachine.py", "test/test_utils"]),
    "jinja2": ("jinja2-3.1.6/src", ["jinja2"], ["../tests"]),
    "lark": ("lark-1.2.2", ["lark"], ["tests/test_grammar.py", "tests/test_tools.py", "tests/test_trees.py", "tests/test_tree_forest_transformer.py"]),
    "markdown": ("markdown-3.8", ["markdown"], ["tests"]),
    "more_itertools": ("more_itertools-10.7.0", ["more_itertools"], ["tests", "--doctest-modules", "more_itertools"]),
    "mpmath": ("mpmath-1.3.0", ["mpmath"], ["mpmath/tests"]),
    "networkx": ("networkx-3.4.2", ["networkx"], ["networkx/algorithms", "networkx/generators", "networkx/utils", "networkx/classes", "--doctest-modules"]),
    "packaging": ("packaging-25.0/src", ["packaging"], ["../tests"]),
    "pygments": ("pygments-2.19.1", ["pygments"], ["tests", "--ignore=tests/snippets", "--ignore=tests/examplefiles"]),
    "pyparsing": ("pyparsing-3.2.3", ["pyparsing"], ["tests/test_unit.py"]),
    "sortedcontainers": ("sortedcontainers-2.4.0", ["sortedcontainers"], ["--doctest-modules", "sortedcontainers"]),
    "sympy": ("sympy-1.13.3", ["sympy"], ["sympy/ntheory", "sympy/combinatorics", "sympy/utilities", "sympy/series"]),
    "textdistance": ("textdistance-4.6.3", ["textdistance"], ["tests"]),
    "thealgorithms": ("thealgorithms", ["."], OWN_EXAMPLES),
    "toolz": ("toolz-1.0.0", ["toolz"], ["toolz"]),
}


def outcomes(python, root, tests, log):
    """What became of each test, and what was printed last."""
    report = root.parent / f"{root.name}.xml"
    report.unlink(missing_ok=True)
    environment = dict(
        os.environ, PYTHONPATH=f"{root}:{HERE}", MASS_RUN_LOG=str(log), PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1"
    )
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    command += [f"--junitxml={report}", *tests]
    try:
        done = subprocess.run(
            ["nice", "-n", "10", *command], cwd=root, env=environment, timeout=LIMIT_SECONDS, capture_output=True, text=True
        )
        tail = done.stdout[-2000:]
    except subprocess.TimeoutExpired:
        return {}, "the time limit was met"
    found = {}
    if report.exists():
        for case in xml.etree.ElementTree.parse(report).iter("testcase"):
            bad = [c.tag for c in case if c.tag in ("failure", "error", "skipped")]
            found[case.get("classname", "") + "::" + case.get("name", "")] = bad[0] if bad else "passed"
    return found, tail


def chosen(tests, files):
    """What pytest is given, where these files are rewritten."""
    return [*tests, *sorted(files)] if tests is OWN_EXAMPLES else tests


def copy_of(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)


def compare(python, name, work, packages):
    root_name, _, tests = PACKAGES[name]
    top, _, inner = root_name.partition("/")
    report = json.loads((work / name / "report.json").read_text())
    runs = work / name / "runs"
    runs.mkdir(exist_ok=True)
    rewritten = collections.defaultdict(list)
    for row in report["rewritten"]:
        rewritten[row["strategy"], row["version"]].append(row)
    before = []
    for i in range(2):
        copy_of(packages / top, runs / f"before{i}")
        files = {r["file"] for r in report["rewritten"]}
        before.append(outcomes(python, runs / f"before{i}" / inner, chosen(tests, files), runs / "log")[0])
    stable = {t for t, o in before[0].items() if o == "passed" == before[1].get(t)}
    print(f"{name}: {len(stable)} tests pass twice of {len(before[0])}", flush=True)
    exercised, different = set(), []
    for (strategy, version), rows in sorted(rewritten.items()):
        folder = runs / f"{strategy}-{version}"
        copy_of(packages / top, folder)
        for file in {r["file"] for r in rows}:
            text = (work / name / strategy / str(version) / file).read_text()
            (folder / inner / file).write_text(ADDED_IMPORT.sub(r"from shuffled_executors import \1", text))
        log = runs / f"{strategy}-{version}.log"
        log.unlink(missing_ok=True)
        files = {r["file"] for r in rows}
        after, tail = outcomes(python, folder / inner, chosen(tests, files), log)
        run = {int(n) for n in log.read_text().split()} if log.exists() else set()
        mine = {r["number"] for r in rows}
        exercised |= {(strategy, n) for n in run & mine}
        if tests is OWN_EXAMPLES:
            modules = {f.removesuffix(".py").replace("/", ".") for f in files}
            expected = {t for t in stable if t.partition("::")[0] in modules}
        else:
            expected = stable
        bad = sorted(t for t in expected if after.get(t) != "passed")
        print(f"  {strategy} {version}: {len(rows)} rewritten, {len(run & mine)} run, {len(bad)} tests different", flush=True)
        for test in bad[:12]:
            print(f"    {test}: {after.get(test, 'gone')}")
        if bad and not after:
            print("   ", tail[-600:])
        different += [(strategy, version, t) for t in bad]
    summary = {
        "tests": len(stable), "verdicts": report["verdicts"], "hazards": report["hazards"],
        "rewritten": len(report["rewritten"]), "exercised": len(exercised), "different": len(different),
    }
    (work / name / "summary.json").write_text(json.dumps(summary, indent=1))
    print(name, {k: v for k, v in summary.items() if k != "hazards"}, flush=True)
    return len(different)


def main():
    python, work, packages, *names = sys.argv[1:]
    folders = pathlib.Path(work).resolve(), pathlib.Path(packages).resolve()
    wrong = sum(compare(python, n, *folders) for n in names or PACKAGES)
    print(f"{wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
