def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


CACHE = {}


def remembered(n):
    if n not in CACHE:
        CACHE[n] = work(n) + len(CACHE)
    return CACHE[n]


def run(numbers):
    return [remembered(n) for n in numbers]


if __name__ == "__main__":
    print(run([4, 8, 4]), CACHE)
