class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor % 1009, self.y * factor % 1009)


def walk(start):
    position = Vector(start, start + 1)
    for k in range(500):
        position = position * 3 + Vector(k, 1)
    return position.x, position.y


def run(starts):
    results = []
    for start in starts:
        results.append(walk(start))
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
