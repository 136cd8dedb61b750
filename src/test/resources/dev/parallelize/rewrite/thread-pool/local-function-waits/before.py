import time


def work(n):
    time.sleep(0.02)
    return n * n


def run(numbers, offset):
    def shifted(n):
        return work(n) + offset

    total = 0
    for n in numbers:
        total += shifted(n)
    return total


if __name__ == "__main__":
    print(run([4, 8, 15], 1000))
