def feed(out):
    n = 1
    while n < 50:
        yield n
        n = out[-1] + 1


def work(n):
    return n * 2


def run():
    out = []
    for n in feed(out):
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run())
