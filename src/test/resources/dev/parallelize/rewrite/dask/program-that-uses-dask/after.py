import dask as dk
import dask.bag as db


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(count):
    items = range(count)
    tasks = [dk.delayed(work)(n) for n in items]
    try:
        scores = list(dk.compute(*tasks, scheduler="processes", chunksize=1))
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        scores = list(map(work, items))
    return db.from_sequence(scores).map(str).compute(scheduler="sync")


if __name__ == "__main__":
    print(run(4), dk.is_dask_collection(1))
