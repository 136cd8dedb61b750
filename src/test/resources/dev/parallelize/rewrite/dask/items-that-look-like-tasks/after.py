import dask


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def describe(pair):
    return work(len(pair)), repr(pair[0]), list(pair)


def run(pairs):
    pairs = list(pairs)
    tasks = [dask.delayed(describe)(pair) for pair in pairs]
    try:
        results = dask.compute(*tasks, scheduler="processes", chunksize=1)
    except Exception:
        # Dask raises what failed first in time, the loop what comes first.
        results = map(describe, pairs)
    return list(results)


if __name__ == "__main__":
    print(run([(len, "abc"), (print, "must not be printed"), [(len, "abc"), 1]]))
    print(run([("x", 0), {0: (len, "abc")}]))
