import sys


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run():
    for line in sys.stdin:
        print(work(len(line)), flush=True)


if __name__ == "__main__":
    run()
