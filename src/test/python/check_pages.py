"""Run the Python code blocks of the skill's pages.

Usage: python check_pages.py PAGE ...

A section with two Python blocks is a pattern: the sequential code and its parallel form. They become the modules
`before` and `after`, and the driver named after the section's heading, in the folder `pages` beside this file, compares
them. A single block is run as a program. A pattern without a driver is a failure.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DRIVERS = Path(__file__).resolve().parent / "pages"
SECTION = re.compile(r"^#{1,4} +(.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIMIT_SECONDS = 120


def sections(text):
    """Yield the heading and the Python blocks of every section that has one."""
    outside = BLOCK.sub(lambda block: re.sub(r"(?m)^#", " ", block.group()), text)
    starts = [(match.start(), match.group(1)) for match in SECTION.finditer(outside)]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, heading), end in zip(starts, ends):
        blocks = BLOCK.findall(text[start:end])
        if blocks:
            yield heading, blocks


def slug(heading):
    """Return the heading as a file name."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def run(program, folder):
    """Run a program that may import from a folder; return what it said if it failed."""
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join([str(folder), str(DRIVERS)]), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", str(program)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT_SECONDS,
    )
    return done.stdout.strip() if done.returncode else ""


def check_section(heading, blocks):
    """Return what is wrong with the blocks of one section."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if len(blocks) == 1:
            (folder / "block.py").write_text(blocks[0], encoding="utf-8")
            return run(folder / "block.py", folder)
        if len(blocks) != 2:
            return f"{len(blocks)} Python blocks; a pattern has two"
        driver = DRIVERS / f"{slug(heading)}.py"
        if not driver.is_file():
            return f"no driver {driver.name}"
        (folder / "before.py").write_text(blocks[0], encoding="utf-8")
        (folder / "after.py").write_text(blocks[1], encoding="utf-8")
        return run(driver, folder)


def main(pages):
    count = 0
    failures = 0
    for page in pages:
        for heading, blocks in sections(Path(page).read_text(encoding="utf-8")):
            count += 1
            problem = check_section(heading, blocks)
            if problem:
                failures += 1
                print(f"{page}, {heading}: {problem[-1500:]}")
    print(f"{count} sections, {failures} failures")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
