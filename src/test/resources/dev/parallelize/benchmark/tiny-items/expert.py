def squares(numbers):
    return [number * number + 1 for number in numbers]


def main():
    return sum(squares(range(300_000)))
