def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def loud(n):
    print("working on", n)
    return work(n)


def run(numbers):
    return [loud(n) for n in numbers]


if __name__ == "__main__":
    print(run([4, 8, 15]))
