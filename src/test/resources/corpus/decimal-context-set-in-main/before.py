from decimal import Decimal, getcontext


def work(n):
    total = Decimal(0)
    for k in range(1, 400):
        total += Decimal(n) / k
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    getcontext().prec = 12
    print(*run([1, 2, 3]))
