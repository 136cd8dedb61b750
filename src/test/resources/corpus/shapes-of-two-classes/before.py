from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self): ...

    def weight(self):
        total = 0
        for k in range(9000):
            total += (self.area() * k) % 7
        return f"{self.name}: {total}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2


class Cube(Square):
    def __init__(self, side):
        super().__init__(side)
        self.name = "cube"

    def area(self):
        return 6 * super().area()


def run(shapes):
    weights = []
    for shape in shapes:
        weights.append(shape.weight())
    return weights


if __name__ == "__main__":
    print(run([Square(2), Cube(3), Square(4)]))
