def work(n):
    work.calls = getattr(work, "calls", 0) + 1
    return n * work.calls


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
