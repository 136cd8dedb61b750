class Pair:
    def __init__(self, xs):
        self.left = xs
        self.right = xs


def work(pair, n):
    return sum(pair.left) + n


def run(pair, items):
    out = []
    for n in items:
        out.append(work(pair, n))
        pair.right.append(n)
    return out


if __name__ == "__main__":
    print(run(Pair([1]), [1, 2, 3]))
