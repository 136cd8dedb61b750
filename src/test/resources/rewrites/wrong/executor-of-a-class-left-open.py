# what: an executor that an object makes and nobody ends
# check: resources-cleaned-up
class Scorer:
    def score(self, xs):
        return [x * x for x in xs]


if __name__ == "__main__":
    print(Scorer().score(range(8)))
# --- transformed
from concurrent.futures import ThreadPoolExecutor


def square(x):
    return x * x


class Scorer:
    def __init__(self):
        self.executor = ThreadPoolExecutor(2)

    def score(self, xs):
        return list(self.executor.map(square, xs))


if __name__ == "__main__":
    scorer = Scorer()
    print(scorer.score(range(8)))
