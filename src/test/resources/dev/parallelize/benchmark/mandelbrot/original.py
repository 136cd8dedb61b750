from functools import partial


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
    return [row(2.0 * y / height - 1.0, width) for y in range(height)]


def main():
    return sum(map(sum, picture(320, 200)))
