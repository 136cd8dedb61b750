def work(n):
    if n == 17:
        raise ValueError(n)
    return sum(k * k % (n + 2) for k in range(2000))


def run(items):
    total = 0
    try:
        for n in items:
            total += work(n)
    except ValueError:
        print("failed at", n, total)
    return total


if __name__ == "__main__":
    print(run(list(range(40))))
