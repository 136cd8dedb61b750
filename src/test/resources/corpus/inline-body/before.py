def run(count):
    totals = []
    for seed in range(count):
        value = seed + 1
        total = 0
        for _ in range(2000):
            value = (value * 48271) % 2147483647
            if value % 3 == 0:
                total += 1
        totals.append(total)
    return totals


if __name__ == "__main__":
    print(run(6))
