def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(pairs: list[tuple[str, int]]):
    known = {}
    values = []
    for name, n in pairs:
        if name not in known:
            known[name] = work(n)
        values.append(known[name])
    return values


if __name__ == "__main__":
    print(run([("a", 4), ("b", 8), ("a", 15)]))
