def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 59
    return total


def run(numbers):
    values = list(numbers)
    for _ in range(3):
        following = []
        for value in values:
            following.append(work(value + len(values)) % 50 + 1)
        values = following
    return values


if __name__ == "__main__":
    print(run([1, 2, 3]))
