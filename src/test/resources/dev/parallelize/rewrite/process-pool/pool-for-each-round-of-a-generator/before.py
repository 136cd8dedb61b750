"""A generator may stop between rounds: no pool is left open there."""


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def rounds(numbers, count):
    for _ in range(count):
        results = []
        for n in numbers:
            results.append(work(n))
        numbers = [n + 1 for n in numbers]
        yield sum(results)


if __name__ == "__main__":
    for total in rounds([5, 3, 8, 1, 9, 2, 7, 4] * 4, 3):
        print(total)
