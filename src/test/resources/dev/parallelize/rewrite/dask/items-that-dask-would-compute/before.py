import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


@dask.delayed
def load(n):
    return n + 1


def score(part):
    return str(type(part)), work(3)


def run(parts):
    return [score(part) for part in parts]


if __name__ == "__main__":
    print(run([load(1), load(2)]))
