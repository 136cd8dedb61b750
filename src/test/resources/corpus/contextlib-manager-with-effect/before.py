from contextlib import contextmanager

USES = []


@contextmanager
def numbered():
    USES.append(None)
    yield len(USES)


def work(n):
    total = 0
    with numbered() as number:
        for k in range(1500):
            total += n * k % (number + 6)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([7, 7, 7]))
