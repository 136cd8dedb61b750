def volume(a, b, c):
    total = 0
    for k in range(1500):
        total += (a + k) * (b - k) % (c + 1)
    return total


def run(boxes):
    results = []
    for box in boxes:
        results.append(volume(*box))
    return results


if __name__ == "__main__":
    print(run([(1, 2, 3), (4, 5, 6), (7, 8, 9)]))
