def proposals(results):
    value = 1
    while len(results) < 5:
        value = (value + (results[-1] if results else 3)) % 1009
        yield value


def work(n):
    for k in range(1500):
        n = (n * 3 + k) % 1021
    return n


def run():
    results = []
    for n in proposals(results):
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run())
