def cost(n, table):
    total = table.get(n // 2, 1)
    for k in range(1500):
        total = (total + n * k) % 7919
    return total


def run(numbers):
    table = {}
    for n in numbers:
        table[n] = cost(n, table)
    return table


if __name__ == "__main__":
    print(run(range(1, 8)))
