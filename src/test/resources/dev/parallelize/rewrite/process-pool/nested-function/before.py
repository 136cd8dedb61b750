def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, offset):
    def shifted(n):
        return work(n) + offset

    results = []
    for n in numbers:
        results.append(shifted(n))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15], 1000))
