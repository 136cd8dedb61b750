def distance(a, b):
    total = 0
    for k in range(500):
        total += abs(a * k % 17 - b * k % 19)
    return total


def run(left, right):
    return [distance(a, b) for a in left for b in right]


if __name__ == "__main__":
    print(run([1, 2, 3], [4, 5, 6, 7]))
