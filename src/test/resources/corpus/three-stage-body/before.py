def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 37
    return total


def finish(n):
    total = 1
    for k in range(1, 1200):
        total = total * (n + k) % 10007
    return total


def run(numbers):
    log = []
    for n in numbers:
        first = work(n)
        log.append(("first", n))
        second = finish(n)
        log.append((first, second))
    return log


if __name__ == "__main__":
    print(run([1, 2, 3]))
