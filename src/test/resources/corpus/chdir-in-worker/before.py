import os
import tempfile


def work(name):
    os.mkdir(name)
    os.chdir(name)
    total = 0
    for k in range(1500):
        total += k % 7
    return len(os.getcwd().split(os.sep))


def run(names):
    depths = []
    for name in names:
        depths.append(work(name))
    return depths


if __name__ == "__main__":
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        first, *rest = run(["a", "b", "c"])
        os.chdir(home)
    print([depth - first for depth in rest])
