def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 47
    return total


def run(numbers):
    return list(map(work, numbers))


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
