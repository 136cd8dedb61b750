"""Each value depends on what the loop has noted before."""

weights = [1]


def work(n):
    total = 0
    for k in range(40000):
        total += k * n % (7 + len(weights))
    return total


def show(numbers):
    for total in map(work, numbers):
        weights.append(total)
    return weights


if __name__ == "__main__":
    print(show([3, 1, 2]))
