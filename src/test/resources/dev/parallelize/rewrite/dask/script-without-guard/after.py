import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


numbers = [4, 8, 15]
values = []
if __name__ == "__main__":
    tasks = [dask.delayed(work)(n) for n in numbers]
    try:
        values.extend(dask.compute(*tasks, scheduler="processes", chunksize=1))
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        values.extend(map(work, numbers))
    print(values)
