import multiprocessing


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    best, best_n = -1, None
    for n in numbers:
        value = work(n)
        if value > best:
            best, best_n = value, n
        print(n, value)
    return best, best_n


if __name__ == "__main__":
    multiprocessing.freeze_support()
    print(run([4, 8, 15, 16]), run([]))
