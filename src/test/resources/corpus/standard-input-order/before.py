import io
import sys

sys.stdin = io.StringIO("4\n8\n15\n")


def ask():
    return int(sys.stdin.readline())


def work(n):
    answer = ask()
    total = 0
    for k in range(1500):
        total += n * k % answer
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([9, 9, 9]))
