import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def table(n):
    return [work(n + k) for k in range(50)]


def run(numbers):
    tasks = [dask.delayed(table)(n) for n in numbers]
    return dask.compute(*tasks, scheduler="processes", chunksize=1)


if __name__ == "__main__":
    print(sum(map(sum, run([4, 8]))))
