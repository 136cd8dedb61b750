def costly(number, offset):
    total = 0
    for k in range(9000):
        total += (number * k + offset) % 7
    return total


def run(numbers, offsets):
    for number, offset in zip(numbers, offsets, strict=True):
        print(costly(number, offset))


if __name__ == "__main__":
    try:
        run([1, 2, 3], [4, 5])
    except ValueError as error:
        print(error)
