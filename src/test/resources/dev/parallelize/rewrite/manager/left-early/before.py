def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: list[int]):
    known = {}
    for n in numbers:
        if n not in known:
            known[n] = work(n)
        if known[n] % 5 == 0:
            print("found", n)
            break


if __name__ == "__main__":
    run([4, 8, 4, 15, 16, 23, 42])
    run([])
