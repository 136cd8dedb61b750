def work(n):
    total = 0
    for k in range(2000):
        total += (n * k + k) % 97
    return total


def run(count):
    results = []
    for number in range(count):
        results.append(work(number))
    return results


if __name__ == "__main__":
    print(run(12))
