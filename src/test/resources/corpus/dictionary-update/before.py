def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 79
    return total


def run(numbers):
    table = {}
    for n in numbers:
        table.update({n % 4: work(n)})
    return table


if __name__ == "__main__":
    print(run(range(1, 8)))
