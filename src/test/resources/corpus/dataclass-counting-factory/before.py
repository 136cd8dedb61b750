import dataclasses
import itertools
ids = itertools.count()


@dataclasses.dataclass
class D:
    n: int
    id: int = dataclasses.field(default_factory=ids.__next__)


def work(n):
    return D(n).id + n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
