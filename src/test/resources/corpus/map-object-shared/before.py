def run(items):
    log = []

    def note(n):
        log.append(n)
        return n
    out = []
    for n in map(note, items):
        out.append((work(n), len(log)))
    return out


def work(n):
    return n * n


if __name__ == "__main__":
    print(run([1, 2, 3]))
