class Shape:
    STEPS = 1500

    @classmethod
    def area(cls, radius):
        total = 0.0
        width = radius / cls.STEPS
        for k in range(cls.STEPS):
            x = (k + 0.5) * width
            total += (radius * radius - x * x) ** 0.5 * width
        return round(4 * total, 6)

    @classmethod
    def areas(cls, radii):
        return [cls.area(radius) for radius in radii]


if __name__ == "__main__":
    print(Shape.areas([1.0, 2.0, 3.5]))
