import sys


def work(n):
    total = 0
    for k in range(1500 * (4 - n)):
        total += n * k % 7
    sys.stdout.write(f"{n}={total};")
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
