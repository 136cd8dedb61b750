import numpy as np

WIDTH = 2


class Window:
    def __init__(self, data):
        self.data = data
        self.shape = data.shape

    def copy(self):
        return self

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value


def spread(plate):
    rows, columns = plate.shape
    after = plate.copy()
    for i in range(1, rows):
        for j in range(columns):
            after[i, j] = plate[i - 1, j] + 1.0
    return after


if __name__ == "__main__":
    print(spread(Window(np.zeros((3, WIDTH)))).data)
