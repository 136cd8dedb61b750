def work(n):
    total = 0
    for k in range(2500):
        total += n * k % 13
    return total


def run(numbers):
    return [work(n) for n in numbers if n % 3 != 0]


if __name__ == "__main__":
    print(run(list(range(12))))
