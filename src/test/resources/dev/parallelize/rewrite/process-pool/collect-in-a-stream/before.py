def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def check(n):
    value = work(n)
    if n % 3 == 0:
        raise ValueError(n)
    return value


def run(numbers):
    best = -1
    for n in numbers:
        value = check(n)
        label = str(value)
        print(n, label)
        best = max(best, value)
    return best


if __name__ == "__main__":
    print(run([1, 2]))
    try:
        print(run(range(8)))
    except ValueError:
        print("not reached with collect")
    except Exception as problem:
        print(type(problem).__name__, problem.args)
