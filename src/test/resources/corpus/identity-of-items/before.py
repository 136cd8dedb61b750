class Point:
    def __init__(self, x):
        self.x = x


def better(a, b):
    total = 0
    for k in range(1200):
        total += (a.x * k) % 7 - (b.x * k) % 7
    return a if total >= 0 else b


def run(points, reference):
    kept = 0
    for point in points:
        if better(point, reference) is reference:
            kept += 1
    return kept


if __name__ == "__main__":
    reference = Point(5)
    print(run([Point(1), Point(2), Point(9)], reference))
