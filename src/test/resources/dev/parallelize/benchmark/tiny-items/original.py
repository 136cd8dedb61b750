def squares(numbers):
    found = []
    for number in numbers:
        found.append(number * number + 1)
    return found


def main():
    return sum(squares(range(300_000)))
