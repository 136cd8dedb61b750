def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    known = {}
    values = []
    for n in numbers:
        if n not in known:
            known[n] = work(n), str(n)
        values.append(known[n])
    return values


if __name__ == "__main__":
    print(run([1, 1.0, True]))
