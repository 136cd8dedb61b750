def is_lucky(n):
    value = n
    for _ in range(1500):
        value = (value * 7 + 3) % 1013
    return value % 2 == 0


def run(numbers):
    return list(filter(is_lucky, numbers))


if __name__ == "__main__":
    print(run(list(range(12))))
