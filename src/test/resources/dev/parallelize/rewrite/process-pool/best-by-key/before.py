def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(candidates):
    return max((work(c), c) for c in candidates)


if __name__ == "__main__":
    print(run([4, 8, 15]))
    try:
        run([])
    except ValueError as problem:
        print(problem)
