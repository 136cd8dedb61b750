def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(sizes: list[tuple[int, int]]):
    areas = {}
    found = []
    for width, height in sizes:
        key = (min(width, height), max(width, height))
        if key not in areas:
            areas[key] = work(key[0] * 100 + key[1])
        found.append(areas[key])
    return found


if __name__ == "__main__":
    print(run([(1, 2), (2, 1), (3, 4), (1, 2)]))
