def numbers(log):
    for n in (1, 2, 3):
        log.append(n)
        yield n


def work(n):
    return n * n


def run(source, log):
    out = []
    for n in source:
        out.append((work(n), len(log)))
    return out


if __name__ == "__main__":
    log = []
    print(run(numbers(log), log))
