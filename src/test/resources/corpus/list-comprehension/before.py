def work(n):
    total = 0
    for k in range(2000):
        total += pow(n, k, 101)
    return total


def run(numbers):
    return [work(n) for n in numbers]


if __name__ == "__main__":
    print(run([2, 3, 5, 7, 11]))
