def crack(candidate):
    value = candidate
    for _ in range(1500):
        value = (value * value + 1) % 1000003
    return value


def run(target, limit):
    for candidate in range(limit):
        if crack(candidate) == target:
            return candidate
    return -1


if __name__ == "__main__":
    print(run(crack(17), 40), run(-5, 10))
