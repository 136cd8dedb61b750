class Base:
    known = []

    def __init_subclass__(cls, **kw):
        Base.known.append(cls.__name__)


def work(n):
    t = type("D%d" % n, (Base,), {})
    return t.__name__ + str(len(Base.known))


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
