def relax(values, place):
    total = 0
    for number in range(500):
        left, right = values[place - 1], values[(place + 1) % len(values)]
        total += (left * number + right) % 7
    return total % 100


def settle(size, steps):
    values = list(range(size))
    following = values
    for _ in range(steps):
        for place in range(size):
            following[place] = relax(values, place)
        values, following = following, values
    return values
