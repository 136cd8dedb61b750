def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 83
    return total


def run(numbers):
    best = 0
    for n in numbers:
        best = max(best, work(n))
    return best


if __name__ == "__main__":
    print(run(range(1, 8)))
