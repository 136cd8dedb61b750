import time


def work(n):
    time.sleep(0.02)
    return n * n


def check(n):
    value = work(n)
    if n == 8:
        raise ValueError(f"no value for {n}")
    return value


def run(numbers):
    values = []
    for n in numbers:
        values.append(check(n))
        print("checked", n)
    return values


if __name__ == "__main__":
    run([4, 8, 15])
