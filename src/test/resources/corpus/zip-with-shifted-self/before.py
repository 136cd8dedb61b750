def slope(a, b):
    total = 0.0
    for k in range(1, 900):
        total += (b - a) / k
    return round(total, 6)


def run(values):
    slopes = []
    for before, after in zip(values, values[1:]):
        slopes.append(slope(before, after))
    return slopes


if __name__ == "__main__":
    print(run([3.0, 3.5, 2.0, 8.0, 7.5]))
