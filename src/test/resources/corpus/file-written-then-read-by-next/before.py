import tempfile
from pathlib import Path


def stage(folder, n):
    before = Path(folder) / f"stage-{n - 1}.txt"
    value = int(before.read_text())
    for k in range(1500):
        value = (value * 3 + k) % 8009
    (Path(folder) / f"stage-{n}.txt").write_text(str(value))
    return value


def run(folder, stages):
    results = []
    for n in range(1, stages):
        results.append(stage(folder, n))
    return results


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "stage-0.txt").write_text("5")
        print(run(name, 4))
