def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(values):
    i = 0
    while i < len(values):
        value = work(values[i])
        print(value)
        if value % 11 == 3:
            break
        i += 1
    return i


if __name__ == "__main__":
    print(run(list(range(2, 30))))
    print(run([]), run([0, 0]))
