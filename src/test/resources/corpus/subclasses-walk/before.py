class Base:
    pass


def work(n):
    type("D%d" % n, (Base,), {})
    return len(Base.__subclasses__())


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
