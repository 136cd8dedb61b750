"""A parameter whose length the function asks for, and one of a private function, are no generators."""


def work(n):
    total = 0
    for k in range(20000):
        total += (n * k) % 7
    return total


def shares(numbers):
    results = []
    for n in numbers:
        results.append(work(n) / len(numbers))
    return results


if __name__ == "__main__":
    print(shares([5, 3, 8, 1, 9, 2, 7, 4] * 8))
