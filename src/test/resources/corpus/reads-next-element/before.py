def mix(a, b):
    for _ in range(1500):
        a, b = b, (a * 3 + b) % 4099
    return a


def run(values):
    for i in range(len(values) - 1):
        values[i] = mix(values[i], values[i + 1])
    return values


if __name__ == "__main__":
    print(run([5, 4, 3, 2, 1]))
