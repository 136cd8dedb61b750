class Meta(type):
    hits = 0

    def __instancecheck__(cls, obj):
        Meta.hits += 1
        return Meta.hits % 2 == 0


class Odd(metaclass=Meta):
    pass


def work(n):
    return n if isinstance(n, Odd) else -n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
