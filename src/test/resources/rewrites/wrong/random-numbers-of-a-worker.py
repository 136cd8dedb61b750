# what: a seeded generator that each process begins anew
# check: output-matches
import random

random.seed(7)


def draw(x):
    return x + random.random()


if __name__ == "__main__":
    print([round(draw(x), 6) for x in range(6)])
# --- transformed
import random
from concurrent.futures import ProcessPoolExecutor

random.seed(7)


def draw(x):
    return x + random.random()


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print([round(each, 6) for each in executor.map(draw, range(6))])
