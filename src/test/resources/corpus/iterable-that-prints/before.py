def readings(count):
    for n in range(count):
        print("read", n)
        yield n


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 13
    return total


def run(count):
    for n in readings(count):
        print("result", work(n))


if __name__ == "__main__":
    run(3)
