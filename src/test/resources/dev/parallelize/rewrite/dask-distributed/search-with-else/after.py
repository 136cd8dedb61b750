from dask.distributed import Client


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    numbers = list(numbers)
    with Client(threads_per_worker=1) as client:
        executor = client.get_executor(pure=False)
        for n, value in zip(numbers, executor.map(work, numbers)):
            if value % 7 == 0:
                message = f"{n} gives {value}"
                break
        else:
            message = "none"
    return message


if __name__ == "__main__":
    print(run(list(range(40))), run([]))
