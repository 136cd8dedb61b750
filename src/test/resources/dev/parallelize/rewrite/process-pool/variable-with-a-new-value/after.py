import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def _compute_line(line):
    line = line.split("#")[0].strip()
    if not line:
        return line, None
    return line, work(len(line))


def run(lines):
    values = {}
    lines = list(lines)
    workers = max(1, min(len(lines), os.cpu_count() or 1))
    chunksize = max(1, len(lines) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for line, value in executor.map(_compute_line, lines, chunksize=chunksize):
            if not line:
                continue
            values[line] = value
    return values


if __name__ == "__main__":
    print(run(["one", "  two # 2", "", "# nothing", "three "]), run([]))
