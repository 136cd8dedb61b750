import collections
import itertools
table = collections.defaultdict(itertools.count().__next__)


def work(word):
    return table[word] * 10


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run(["x", "y", "z", "x"]))
