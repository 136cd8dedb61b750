from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    total = 0
    numbers = list(numbers)
    with ProcessPoolExecutor(max_workers=2) as executor:
        if len(numbers) < 10:
            values = map(work, numbers)
        else:
            values = executor.map(work, numbers)
        for n, value in zip(numbers, values):
            total += value
            print(n, value)
    return total


if __name__ == "__main__":
    print(run([4, 8, 15]), run(list(range(12))), run([]))
