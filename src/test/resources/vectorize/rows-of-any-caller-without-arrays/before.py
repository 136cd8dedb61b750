import numpy as np

LIMIT = np.float64(2.0)


def work(values, others):
    for i in range(len(values)):
        values[i] = others[i] * LIMIT


if __name__ == "__main__":
    numbers = [1, 2, 3]
    print(np.array(numbers))
