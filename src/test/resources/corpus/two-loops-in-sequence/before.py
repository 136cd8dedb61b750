def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 71
    return total


def run(numbers):
    values = []
    for n in numbers:
        values.append(work(n))
    largest = max(values)
    shares = []
    for value in values:
        shares.append(value / largest)
    return shares


if __name__ == "__main__":
    print(run([1, 2, 3]))
