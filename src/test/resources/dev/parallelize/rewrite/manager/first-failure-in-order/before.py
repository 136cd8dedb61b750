def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n: int):
    if n == 15:
        raise ValueError(n)
    if n == 16:
        raise KeyError(n)
    return work(n)


def run(numbers: list[int], seen: list):
    known = {}
    for n in numbers:
        if n not in known:
            known[n] = check(n)
        seen.append(known[n])
    return seen


if __name__ == "__main__":
    seen = []
    try:
        run([4, 8, 4, 15, 16, 8], seen)
    except (ValueError, KeyError) as problem:
        print(repr(problem), seen)
    print(run([4, 4], []))
