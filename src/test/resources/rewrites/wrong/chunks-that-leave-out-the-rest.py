# what: chunks of equal length; the items beyond the last whole one are left out
# check: output-matches
def work(x):
    return x * x + 1


def run(items):
    results = []
    for x in items:
        results.append(work(x))
    return results


if __name__ == "__main__":
    print(sum(run(list(range(64)))))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

WORKERS = 4


def work(x):
    return x * x + 1


def work_on_chunk(chunk):
    return [work(x) for x in chunk]


def run(items):
    size = len(items) // WORKERS
    chunks = [items[at * size : (at + 1) * size] for at in range(WORKERS)]
    with ProcessPoolExecutor(WORKERS) as executor:
        return [result for results in executor.map(work_on_chunk, chunks) for result in results]


if __name__ == "__main__":
    print(sum(run(list(range(64)))))
