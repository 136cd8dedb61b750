# what: a seeded generator that each worker copies
# check: output-matches
import random

def draw(x):
    return random.random()

if __name__ == "__main__":
    random.seed(7)
    print([draw(x) for x in range(6)])
# --- transformed
import random
from concurrent.futures import ProcessPoolExecutor

def draw(x):
    return random.random()

if __name__ == "__main__":
    random.seed(7)
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(draw, range(6))))
