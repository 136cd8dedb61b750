def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


table = [1, 2, 3, 4, 5, 6]
source = list(table)


def fill():
    for i in range(1, len(table)):
        table[i] = work(source[i - 1])


if __name__ == "__main__":
    fill()
    print(table)
