def work(n):
    best = 0
    for k in range(1200):
        best = max(best, n * k % 9973)
    return best


def run(numbers):
    return max(work(n) for n in numbers)


if __name__ == "__main__":
    print(run([12, 345, 678, 91]))
