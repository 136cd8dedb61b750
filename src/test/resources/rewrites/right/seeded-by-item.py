import random

def draw(seed):
    return random.Random(seed).random()

if __name__ == "__main__":
    draws = [draw(seed) for seed in range(8)]
    print(draws)
# --- transformed
import random
from concurrent.futures import ProcessPoolExecutor

def draw(seed):
    return random.Random(seed).random()

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        draws = list(executor.map(draw, range(8)))
    print(draws)
