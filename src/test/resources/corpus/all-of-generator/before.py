def reaches_one(start):
    for _ in range(1000):
        if start == 1:
            return True
        start = start // 2 if start % 2 == 0 else 3 * start + 1
    return False


def run(numbers):
    return all(reaches_one(n) for n in numbers)


if __name__ == "__main__":
    print(run(range(1, 60)))
