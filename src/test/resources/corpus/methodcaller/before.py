import operator


class Counter:
    total = 0

    def __init__(self, n):
        self.n = n

    def bump(self):
        Counter.total += self.n
        return Counter.total


def run(items):
    call = operator.methodcaller("bump")
    out = []
    for item in items:
        out.append(call(item))
    return out


if __name__ == "__main__":
    print(run([Counter(n) for n in (1, 2, 3)]))
