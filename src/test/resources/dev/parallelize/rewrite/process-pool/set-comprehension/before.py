def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    return {work(n) % 7 for n in numbers}


if __name__ == "__main__":
    print(sorted(run([4, 8, 15])))
