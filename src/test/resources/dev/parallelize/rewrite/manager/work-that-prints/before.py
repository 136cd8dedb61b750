def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def loud(n: int):
    print("computing", n)
    return work(n)


def run(numbers: list[int]):
    known = {}
    total = 0
    for n in numbers:
        if n not in known:
            known[n] = loud(n)
        total += known[n]
    return total


if __name__ == "__main__":
    print(run([4, 8, 4]))
