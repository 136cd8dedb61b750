def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def dask(n):
    return work(n)


results = ["a", "b"]


def run(numbers):
    values = {dask(n) % 5 for n in numbers}
    return sorted(values), results


if __name__ == "__main__":
    print(run(range(12)))
