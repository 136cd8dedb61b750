def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def mix(left, right):
    return work(left) - work(right)


def run(lefts, rights):
    differences = []
    for left, right in zip(lefts, rights):
        differences.append(mix(left, right))
    return differences


if __name__ == "__main__":
    print(run([4, 8, 15], (16, 23, 42, 108)))
