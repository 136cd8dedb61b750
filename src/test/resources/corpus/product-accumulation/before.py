def work(n):
    total = 1
    for k in range(1, 1500):
        total = total * (n + k) % 65537
    return total


def run(numbers):
    product = 1
    for n in numbers:
        product = product * work(n) % 1000003
    return product


if __name__ == "__main__":
    print(run([11, 12, 13, 14]))
