data = [3, 1, 2, 0, 5]
log = []


def pull():
    log.append(len(log))
    return data[len(log) - 1]


def work(n):
    return n * n


def run():
    out = []
    for n in iter(pull, 0):
        out.append((work(n), len(log)))
    return out


if __name__ == "__main__":
    print(run())
