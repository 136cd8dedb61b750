class Base:
    known = []


class Derived(Base):
    pass


def work(n):
    known = Derived.__mro__[1].known
    known.append(n)
    return len(known)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
