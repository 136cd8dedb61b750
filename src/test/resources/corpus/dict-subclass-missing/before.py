class Auto(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]


table = Auto()


def work(n):
    return table[n] * 10


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([7, 8, 9, 7]))
