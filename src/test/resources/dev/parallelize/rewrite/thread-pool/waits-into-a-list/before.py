import time


def work(n):
    time.sleep(0.02)
    return n * n


def run(numbers):
    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([4, 8, 15]), run([]))
