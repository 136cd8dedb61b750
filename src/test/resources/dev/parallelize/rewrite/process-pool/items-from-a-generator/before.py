def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def source(count):
    for n in range(count):
        yield n * n


def run(count):
    results = []
    for n in source(count):
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run(5), run(0))
