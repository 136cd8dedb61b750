import time


class Missing(Exception):
    pass


def load(n):
    if n == 2:
        time.sleep(0.4)
        raise Missing("two")
    if n == 5:
        raise ValueError("five")
    return sum(k * n for k in range(30_000))


def run(numbers):
    seen = []
    try:
        for n in numbers:
            value = load(n)
            seen.append((n, value))
            print("loaded", n)
    except (Missing, ValueError) as problem:
        print(type(problem).__name__, problem)
    return seen


if __name__ == "__main__":
    print(run([1, 3, 2, 5, 4]))
    print(run([5, 2]))
    print(run([1, 4]))
