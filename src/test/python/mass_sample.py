"""Runs programs before and after their loops were rewritten, whether that pays or not, and compares what they print.

usage: mass_sample.py WORK FOLDER

WORK is what the program MassRun wrote for the programs of FOLDER. The executors are those of shuffled_executors.py.
Each program runs in a forked child. Prints how many candidates were rewritten, how many of them ran, and what differs.
"""

import json
import os
import pathlib
import re
import runpy
import sys
import tempfile
import traceback

import shuffled_executors  # noqa: F401  the forked children need not load it again

ADDED_IMPORT = re.compile(r"^from concurrent\.futures import (ProcessPoolExecutor|ThreadPoolExecutor)$", re.M)
# Programs that can tell for a reason that no rewrite avoids.
KNOWN = {"weak-value-registry": "items live as long as the variable that holds them for the pool"}


def printed(path):
    """Output, and class and message of the exception that left the program."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.dup2(writer, 1)
        sys.stdout = os.fdopen(1, "w", closefd=False)
        sys.stderr = open(os.devnull, "w")
        os.chdir(tempfile.mkdtemp(dir=os.environ["MASS_RUN_FOLDER"]))
        try:
            sys.argv = [str(path)]
            runpy.run_path(str(path), run_name="__main__")
        except BaseException as failure:
            print(*traceback.format_exception_only(failure))
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        data = stream.read()
    os.waitpid(child, 0)
    return data.decode(errors="replace")


def main():
    work, folder = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    rows = json.loads((work / "report.json").read_text())["rewritten"]
    log = work / "log"
    log.touch()
    os.environ.update(MASS_RUN_LOG=str(log), MASS_RUN_FOLDER=str(work))
    different = []
    before = {}
    for strategy, version, file in sorted({(r["strategy"], r["version"], r["file"]) for r in rows}):
        if file not in before:
            before[file] = printed(folder / file)
        text = work / strategy / str(version) / file
        text.write_text(ADDED_IMPORT.sub(r"from shuffled_executors import \1", text.read_text()))
        after = printed(text)
        if after != before[file] and pathlib.Path(file).parent.name not in KNOWN:
            different.append(file)
            print(f"DIFFERENT {strategy} {version} {file}\n  {before[file][:300]}\n  {after[:300]}")
    run = {int(n) for n in log.read_text().split()} & {r["number"] for r in rows}
    print(f"{len(rows)} rewritten, {len(run)} run, {len(different)} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
