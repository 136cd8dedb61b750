import dataclasses
shared = []


@dataclasses.dataclass
class D:
    n: int
    seen: list = dataclasses.field(default_factory=lambda: shared)


def work(n):
    d = D(n)
    d.seen.append(n)
    return len(d.seen)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
