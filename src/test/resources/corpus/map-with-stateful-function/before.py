COUNT = [0]


def counted(n):
    COUNT[0] += 1
    total = 0
    for k in range(1500):
        total += n * k % (COUNT[0] + 6)
    return total


def run(numbers):
    return list(map(counted, numbers))


if __name__ == "__main__":
    print(run([5, 5, 5]))
