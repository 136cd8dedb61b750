def smooth(level, x):
    for _ in range(1000):
        level = 0.9995 * level + 0.0005 * x
    return level


def run(items):
    level = 0.0
    levels = []
    for x in items:
        level = smooth(level, x)
        levels.append(round(level, 9))
    return levels


if __name__ == "__main__":
    print(run([1.0, 5.0, 2.0]))
