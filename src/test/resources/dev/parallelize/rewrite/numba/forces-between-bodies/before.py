import numpy as np


def work(places, masses, softening):
    # Sums over the other bodies stay in their order.
    forces = np.zeros((len(masses), 2))
    for i in range(len(masses)):
        fx = 0.0
        fy = 0.0
        for j in range(len(masses)):
            if i != j:
                dx = places[j, 0] - places[i, 0]
                dy = places[j, 1] - places[i, 1]
                square = dx * dx + dy * dy + softening
                pull = masses[j] / (square * np.sqrt(square))
                fx += pull * dx
                fy += pull * dy
        forces[i, 0] = fx
        forces[i, 1] = fy
    return forces


if __name__ == "__main__":
    random = np.random.default_rng(3)
    print(work(random.random((30, 2)), random.random(30), 0.01).tolist())
    print(work(np.zeros((0, 2)), np.zeros(0), 0.01).tolist())
