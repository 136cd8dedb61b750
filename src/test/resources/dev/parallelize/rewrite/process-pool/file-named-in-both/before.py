import os
import tempfile

STATE = "state.txt"


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def lines():
    with open(STATE) as state:
        yield from state


def run():
    for line in lines():
        value = work(len(line))
        if value > 9000:
            with open(STATE, "a") as state:
                state.write(f"{value % 7}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open(STATE, "w") as state:
            state.write("1\n22\n333\n")
        run()
        os.chdir("/")
