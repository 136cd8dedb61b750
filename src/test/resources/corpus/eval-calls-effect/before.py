log = []


def note(n):
    log.append(n)
    return len(log)


def work(n):
    return eval("note(n)")


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 5, 7]))
