def classify(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
    return total % 4


def run(numbers):
    histogram = [0] * 4
    for n in numbers:
        histogram[classify(n)] += 1
    return histogram


if __name__ == "__main__":
    print(run(range(25)))
