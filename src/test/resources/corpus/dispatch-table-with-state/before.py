seen = []


def a(n):
    seen.append(n)
    return len(seen)


def b(n):
    return n


TABLE = {0: a, 1: b}


def work(n):
    return TABLE[n % 2](n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
