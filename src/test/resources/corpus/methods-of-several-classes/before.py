class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        total = 0
        for _ in range(self.side * 200):
            total += self.side
        return total


class Disc:
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        total = 0
        for k in range(self.radius * 200):
            total += k % 3
        return total


def total_area(shapes):
    total = 0
    for shape in shapes:
        total += shape.area()
    return total


if __name__ == "__main__":
    print(total_area([Square(3), Disc(5), Square(2)]))
