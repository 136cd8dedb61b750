import sys
import warnings

sys.stderr = sys.stdout


def show(message, category, filename, lineno, file=None, line=None):
    print("warning:", message)


warnings.showwarning = show


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
    if n > 1:
        warnings.warn("large item", UserWarning)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
