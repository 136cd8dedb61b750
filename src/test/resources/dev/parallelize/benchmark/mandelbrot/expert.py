from functools import partial
import os
from concurrent.futures import ProcessPoolExecutor


def row(y, width):
    counts = []
    for x in range(width):
        c = complex(3.0 * x / width - 2.0, y)
        z, n = 0j, 0
        while abs(z) < 2 and n < 60:
            z, n = z * z + c, n + 1
        counts.append(n)
    return counts


def picture(width, height):
    ys = [2.0 * y / height - 1.0 for y in range(height)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(partial(row, width=width), ys, chunksize=8))


def main():
    return sum(map(sum, picture(320, 200)))
