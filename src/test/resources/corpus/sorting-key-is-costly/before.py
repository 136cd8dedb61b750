def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 113
    return total


def run(numbers):
    rows = []
    for n in numbers:
        rows.append((work(n) % 10, n))
    rows.sort()
    return rows


if __name__ == "__main__":
    print(run(range(1, 8)))
