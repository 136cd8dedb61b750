def work(n):
    total = 0
    for k in range(1, 2000):
        total += n // k
    return total


def run(top):
    results = []
    for n in range(top, 0, -3):
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run(31))
