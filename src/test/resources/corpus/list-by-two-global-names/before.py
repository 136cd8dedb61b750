def weigh(n):
    total = 0
    for k in range(2000):
        total = (total * 31 + n * k) % 10007
    return total


def work(values):
    global SEEN
    SEEN = seen = []
    weights = []
    for value in values:
        SEEN.append(value)
        weights.append(weigh(len(seen)))
    return weights


if __name__ == "__main__":
    print(work([5, 20, 50]))
