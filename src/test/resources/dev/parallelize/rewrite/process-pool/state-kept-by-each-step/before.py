import os
import tempfile

STATE = "state.txt"


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def step(name):
    with open(STATE) as file:
        before = file.read()
    value = work(before + name)
    with open(STATE, "w") as file:
        file.write("x" * (value % 50))
    return value


def run(names):
    return [step(name) for name in names]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open(STATE, "w") as file:
            file.write("start")
        print(run(["a", "bb", "ccc"]))
        os.chdir("/")
