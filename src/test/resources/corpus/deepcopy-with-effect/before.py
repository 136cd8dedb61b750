import copy


class C:
    copies = []

    def __init__(self, n):
        self.n = n

    def __deepcopy__(self, memo):
        C.copies.append(self.n)
        return C(self.n + len(C.copies))


def work(c):
    return copy.deepcopy([c])[0].n


def run(items):
    return [work(c) for c in items]


if __name__ == "__main__":
    print(run([C(1), C(1), C(1)]))
