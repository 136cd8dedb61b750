MISSING = object()


def work(n):
    return (n, MISSING if n % 2 else n)


def run(items):
    found = [work(n) for n in items]
    return [n for n, v in found if v is MISSING]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
