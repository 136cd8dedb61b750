def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def run(count):
    mine = list(range(count))

    def fill(source):
        for i in range(1, len(mine)):
            mine[i] = work(source[i - 1])

    fill(mine)
    return mine


if __name__ == "__main__":
    print(run(7))
