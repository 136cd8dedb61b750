import sys


def work(n):
    return n + len(sys._getframe(1).f_locals["out"])


def run(items):
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
