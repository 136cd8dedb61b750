def work(n):
    total = 0
    for k in range(1500):
        total += k * n % 31
    return total


def run(numbers):
    balance = 0
    for n in numbers:
        gain = work(n)
        balance += gain
        print(n, gain, balance)
    return balance


if __name__ == "__main__":
    print(run([2, 7, 1, 8]))
