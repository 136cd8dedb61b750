import copy


class C:
    copies = 0

    def __init__(self, n):
        self.n = n

    def __copy__(self):
        C.copies += 1
        return C(self.n + C.copies)


def work(c):
    return copy.copy(c).n


def run(items):
    return [work(c) for c in items]


if __name__ == "__main__":
    print(run([C(1), C(1), C(1)]))
