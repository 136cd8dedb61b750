def report(text):
    print("  ", text)


def inner(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
        if k % 700 == 0:
            report(f"{n}: {k}")
    return total


def work(n):
    return inner(n) + inner(n + 1)


def run(items):
    for n in items:
        print("item", n)
        print("result", work(n))


if __name__ == "__main__":
    run([1, 2])
