def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(values):
    i = 0
    while i < len(values):
        value = work(values[i])
        if value % 11 == 3:
            values.append(value)
        i += 1
    return values


if __name__ == "__main__":
    print(run([2, 3, 4]))
