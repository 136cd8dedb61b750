"""Runs FILE.py and each FILE@N.py beside it, under fork and spawn, and compares what they print.

usage: compare_rewrites.py FOLDER [NAME ...]
"""

import os
import pathlib
import subprocess
import sys
import time

def run(path, method):
    """Standard output, last line of the error text, exit status and wall time."""
    program = path.with_name(path.name.replace("@", "__"))
    if program != path:
        program.write_bytes(path.read_bytes())
    command = [sys.executable, str(program)]
    if method == "spawn":
        launcher = path.parent / "spawned"
        launcher.mkdir(exist_ok=True)
        (launcher / "sitecustomize.py").write_text(
            "import multiprocessing\n"
            "if multiprocessing.current_process().name == 'MainProcess':\n"
            "    multiprocessing.set_start_method('spawn', force=True)\n"
        )
        environment = {"PYTHONPATH": str(launcher)}
    else:
        environment = {}
    started = time.perf_counter()
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=path.parent,
            env={**os.environ, **environment},
        )
    except subprocess.TimeoutExpired:
        return ("", "TIMEOUT", -1), time.perf_counter() - started
    error = done.stderr.strip().splitlines()
    return (
        done.stdout,
        error[-1] if error and done.returncode else "",
        done.returncode,
    ), time.perf_counter() - started


def main():
    folder = pathlib.Path(sys.argv[1])
    names = set(sys.argv[2:])
    wrong = total = 0
    for original in sorted(folder.glob("*.py")):
        if "@" in original.name or "__" in original.name:
            continue
        if names and original.stem not in names:
            continue
        rewrites = sorted(folder.glob(original.stem + "@*.py"))
        if not rewrites:
            continue
        expected, _ = run(original, "fork")
        for rewrite in rewrites:
            for method in ("fork", "spawn"):
                total += 1
                got, seconds = run(rewrite, method)
                if got != expected:
                    wrong += 1
                    print(f"DIFFERENT {rewrite.name} under {method}")
                    print("   expected", repr(expected)[:300])
                    print("   got     ", repr(got)[:300])
    print(f"{total - wrong} of {total} runs equal, {wrong} different")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
