def refine(value):
    for _ in range(2000):
        value = (value * 7 + 5) % 2003
    return value


def run(values):
    for i in range(len(values)):
        values[i] = refine(values[i])
    return values


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
