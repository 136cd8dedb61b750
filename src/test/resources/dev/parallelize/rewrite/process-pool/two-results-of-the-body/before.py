def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    rows = []
    for n in numbers:
        low = work(n)
        high = work(n + 1)
        spread = high - low
        rows.append({"n": n, "low": low, "spread": spread})
    return rows


if __name__ == "__main__":
    print(run([4, 8, 15]))
