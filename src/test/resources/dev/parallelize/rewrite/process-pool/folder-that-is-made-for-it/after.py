import csv
import os
import statistics
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def column_stats(path, column):
    values = []
    with open(path, newline="") as f:
        reader = csv.DictReader(f)
        for row in reader:
            try:
                values.append(float(row[column]))
            except (KeyError, ValueError):
                continue
    if not values:
        return None
    return statistics.mean(values), statistics.stdev(values)


def _compute_stats(name, folder, column):
    if not name.endswith(".csv"):
        return None
    return column_stats(os.path.join(folder, name), column)


def report(folder, column):
    lines = []
    names = sorted(os.listdir(folder))
    workers = max(1, min(len(names), os.cpu_count() or 1))
    chunksize = max(1, len(names) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        stats_list = executor.map(
            partial(_compute_stats, folder=folder, column=column),
            names,
            chunksize=chunksize,
        )
        for name, stats in zip(names, stats_list):
            if not name.endswith(".csv"):
                continue
            if stats is None:
                lines.append(f"{name}: no data")
            else:
                mean, dev = stats
                lines.append(f"{name}: {mean:.3f} +- {dev:.3f}")
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as d:
        for i in range(5):
            with open(os.path.join(d, f"t{i}.csv"), "w") as f:
                f.write("a,b\n")
                for k in range(3000):
                    f.write(f"{k},{(k * i) % 97}\n")
        print(report(d, "b"))
