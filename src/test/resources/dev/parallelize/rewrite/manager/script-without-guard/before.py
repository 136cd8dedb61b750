def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: list[int]):
    known = {}
    values = []
    for n in numbers:
        if n not in known:
            known[n] = work(n)
        values.append(known[n])
    return values


print(run([4, 8, 4]))
