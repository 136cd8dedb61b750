def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 97
    return total


def run(numbers):
    flags = 0
    for n in numbers:
        flags |= 1 << (work(n) % 12)
    return flags


if __name__ == "__main__":
    print(run(range(1, 8)))
