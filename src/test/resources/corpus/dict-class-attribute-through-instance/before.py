class Registry:
    known = {}

    def add(self, n):
        self.known[n] = len(self.known)
        return self.known[n]


def work(n):
    return Registry().add(n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
