def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def digits(n: int):
    return [int(d) for d in str(work(n))]


def run(numbers: list[int]):
    known = {}
    values = []
    for n in numbers:
        if n not in known:
            known[n] = digits(n)
        known[n].append(n)
        values.append(known[n])
    return values


if __name__ == "__main__":
    print(run([4, 8, 4]))
