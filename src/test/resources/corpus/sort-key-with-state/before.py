calls = []


def key(n):
    calls.append(n)
    return len(calls) % 3


def work(n):
    return sorted([n, n + 1, n + 2], key=key)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
