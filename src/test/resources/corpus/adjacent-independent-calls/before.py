def left_part(n):
    total = 0
    for k in range(3000):
        total += n * k % 7
    return total


def right_part(n):
    total = 1
    for k in range(3000):
        total += n * k % 11
    return total


def run(n):
    left = left_part(n)
    right = right_part(n)
    return left + right


if __name__ == "__main__":
    print(run(5))
