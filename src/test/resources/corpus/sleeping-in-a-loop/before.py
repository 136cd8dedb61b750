import time


def poll(n):
    time.sleep(0.005)
    return n * n


def run(numbers):
    results = []
    for n in numbers:
        results.append(poll(n))
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
