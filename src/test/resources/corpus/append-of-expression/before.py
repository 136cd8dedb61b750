def energy(level):
    total = 0.0
    for k in range(1, 800):
        total += 1.0 / (k * k + level)
    return total


def run(levels, scale):
    rows = []
    for level in levels:
        rows.append({"level": level, "energy": round(energy(level) * scale, 6)})
    return rows


if __name__ == "__main__":
    for row in run(range(1, 8), 2.5):
        print(row)
