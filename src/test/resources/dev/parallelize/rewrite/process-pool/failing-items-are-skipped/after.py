import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def parse(text):
    return work(int(text))


def run(texts):
    values = []
    failures = 0
    texts = list(texts)
    workers = max(1, min(len(texts), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(parse, text) for text in texts]
        for text, future in zip(texts, futures):
            try:
                value = future.result()
            except ValueError as problem:
                print("skipped:", problem)
                failures += 1
                continue
            values.append(value)
    return values, failures


if __name__ == "__main__":
    print(run(["4", "eight", "15", ""]))
