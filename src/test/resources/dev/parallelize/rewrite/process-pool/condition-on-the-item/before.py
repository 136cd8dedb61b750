def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    results = []
    for n in numbers:
        if n % 2:
            results.append(work(n))
        else:
            results.append(-n)
    return results


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23]))
