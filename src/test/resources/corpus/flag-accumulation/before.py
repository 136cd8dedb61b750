def suspicious(n):
    value = n
    for _ in range(1500):
        value = (value * 31 + 11) % 1009
    return value < 60


def run(numbers):
    found = False
    for n in numbers:
        if suspicious(n):
            found = True
    return found


if __name__ == "__main__":
    print(run(range(30)), run([1]))
