import contextlib
log = []


def work(n):
    with contextlib.ExitStack() as stack:
        stack.callback(log.append, n)
    return n + len(log)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]), log)
