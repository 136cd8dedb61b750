import signal

SEEN = []


def handle(number, frame):
    SEEN.append(number)


signal.signal(signal.SIGTERM, handle)


def work(n):
    signal.raise_signal(signal.SIGTERM)
    total = 0
    for k in range(1500):
        total += k % (len(SEEN) + 3)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
