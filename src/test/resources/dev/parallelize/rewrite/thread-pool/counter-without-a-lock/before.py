import time


def work(n):
    time.sleep(0.02)
    return n * n


COUNTS = {"calls": 0}


def counted(n):
    calls = COUNTS["calls"]
    value = work(n)
    COUNTS["calls"] = calls + 1
    return value + calls


def run(numbers):
    return [counted(n) for n in numbers]


if __name__ == "__main__":
    print(run([4, 8, 15]), COUNTS)
