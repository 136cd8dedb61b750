from mpi4py.futures import MPIPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


numbers = [4, 8, 15]
results = []
if __name__ == "__main__":
    with MPIPoolExecutor() as executor:
        chunksize = max(1, len(numbers) // (executor.num_workers * 4))
        results.extend(executor.map(work, numbers, chunksize=chunksize))
    print(results)
