def transform(x, last):
    for k in range(1200):
        x = (x * 7 + last + k) % 1021
    return x


def run(items):
    last = 0
    return [y for x in items if (y := transform(x, last)) and (last := y)]


if __name__ == "__main__":
    print(run([3, 5, 7]))
