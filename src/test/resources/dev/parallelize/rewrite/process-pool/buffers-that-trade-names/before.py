def relax(values, place):
    total = 0
    for number in range(500):
        left, right = values[place - 1], values[(place + 1) % len(values)]
        total += (left * number + right) % 7
    return total % 100


def settle(values, steps):
    following = [0] * len(values)
    for _ in range(steps):
        for place in range(len(values)):
            following[place] = relax(values, place)
        values, following = following, values
    return values


if __name__ == "__main__":
    start = list(range(24))
    print(settle(start, 4), start)
