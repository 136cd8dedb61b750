def score(n):
    total = 0
    for k in range(1800):
        total += (n * k) % 23
    return total


def run(numbers, limit):
    kept = []
    for n in numbers:
        value = score(n)
        if value > limit:
            kept.append((n, value))
    return kept


if __name__ == "__main__":
    print(run(range(10), 19700))
