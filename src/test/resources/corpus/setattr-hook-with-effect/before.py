LOG = []


class Watched:
    def __setattr__(self, name, value):
        LOG.append(name)
        object.__setattr__(self, name, value)


def work(n):
    box = Watched()
    for k in range(300):
        box.total = n * k % 31
    return box.total + len(LOG)


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([2, 3, 4]))
