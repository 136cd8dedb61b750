def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 101
    return total


def run(pairs):
    table = {}
    for outer, inner in pairs:
        table.setdefault(outer, {})[inner] = work(inner)
    return table


if __name__ == "__main__":
    print(run([("a", 1), ("b", 2), ("a", 3)]))
