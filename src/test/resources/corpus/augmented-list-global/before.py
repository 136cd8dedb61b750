seen = []


def work(n):
    global seen
    seen += [n]
    return len(seen)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
