seen = []


class Base:
    @classmethod
    def rank(cls, number):
        return number


class Left(Base):
    pass


class Right(Base):
    @classmethod
    def rank(cls, number):
        seen.append(number)
        return super().rank(number) + len(seen)


class Both(Left, Right):
    pass


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return Both.rank(number), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
