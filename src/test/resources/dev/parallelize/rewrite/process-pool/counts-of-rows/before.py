"""Counts costly classes of numbers, row by row."""


def kind(number):
    steps = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        steps += 1
    return steps % 10


def histogram(rows):
    counts = {}
    for row in rows:
        for number in row:
            label = kind(number)
            counts[label] = counts.get(label, 0) + 1
    return counts


if __name__ == "__main__":
    print(histogram([[27, 97, 3], [], [871, 6, 6171]]))
