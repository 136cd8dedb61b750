import csv
import os
import statistics
import tempfile


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


def report(folder, column):
    lines = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        stats = column_stats(os.path.join(folder, name), column)
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
