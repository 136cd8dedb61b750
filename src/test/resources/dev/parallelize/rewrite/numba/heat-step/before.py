import numpy as np


def work(old: np.ndarray, rate: float):
    new = np.zeros((old.shape[0], old.shape[1]))
    for i in range(1, old.shape[0] - 1):
        for j in range(1, old.shape[1] - 1):
            around = old[i - 1, j] + old[i + 1, j] + old[i, j - 1] + old[i, j + 1]
            if old[i, j] > 0.5 and not around > 3.0:
                new[i, j] = old[i, j] + rate * (around - 4.0 * old[i, j])
            else:
                new[i, j] = old[i, j]
    return new


def main():
    random = np.random.default_rng(7)
    for shape, kind in (((9, 7), "float64"), ((2, 2), "float64"), ((5, 6), "float32")):
        new = work(random.random(shape).astype(kind), 0.1)
        print(new.dtype, new.tolist())


if __name__ == "__main__":
    main()
