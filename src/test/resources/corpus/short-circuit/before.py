def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 71
    return total


def run(numbers):
    kept = []
    for n in numbers:
        if n > 2 and work(n) % 2:
            kept.append(n)
    return kept


if __name__ == "__main__":
    print(run(range(1, 8)))
