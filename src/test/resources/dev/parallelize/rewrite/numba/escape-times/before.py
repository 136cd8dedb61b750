import numpy as np


def work(side, limit):
    times = np.zeros((side, side), dtype=np.int64)
    for row in range(side):
        for column in range(side):
            real = 3.0 * column / 40.0 - 2.0
            imaginary = 2.0 * row / 40.0 - 1.0
            x = 0.0
            y = 0.0
            steps = 0
            while x * x + y * y <= 4.0 and steps < limit:
                x, y = x * x - y * y + real, 2.0 * x * y + imaginary
                steps += 1
            times[row, column] = steps
    return times


if __name__ == "__main__":
    for side in (0, 1, 40):
        times = work(side, 60)
        print(times.dtype, times.shape, times.tolist())
