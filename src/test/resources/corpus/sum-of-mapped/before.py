def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 109
    return total


def run(numbers):
    return sum(map(work, numbers))


if __name__ == "__main__":
    print(run(list(range(9))))
