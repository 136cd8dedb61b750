def work(n):
    total = 0
    for k in range(2000):
        total += (n ^ k) & 15
    return total


def run(numbers):
    return sum(work(n) for n in numbers)


if __name__ == "__main__":
    print(run(range(15)))
