def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, wanted):
    for n in numbers:
        if n in wanted:
            return n, work(n)
    return None


if __name__ == "__main__":
    print(run(list(range(40)), {30, 31, 32}), run([], {1}))
