import contextvars

level = contextvars.ContextVar("level", default=1)


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % (level.get() + 8)
    level.set(total % 11)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
