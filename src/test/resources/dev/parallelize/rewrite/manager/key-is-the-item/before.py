def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: list[int], factor: float):
    cache = {}
    total = 0.0
    for n in numbers:
        if n not in cache:
            cache[n] = work(n) * factor
        total += cache[n]
    return total


if __name__ == "__main__":
    print(run([4, 8, 4, 15, 8, 4], 0.1), run([], 2.0))
