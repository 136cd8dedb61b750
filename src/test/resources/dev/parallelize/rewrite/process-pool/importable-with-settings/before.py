"""A module that others import: what it defines and sets up stays where it is."""

import sys

sys.setrecursionlimit(4000)
TABLE = [number * number for number in range(5000)]


def depth(number):
    return 0 if number == 0 else 1 + depth(number - 1)


def score(number):
    total = depth(2000)
    for square in TABLE:
        total += (square * number) % 7
    return total


def main():
    scores = []
    for number in range(8):
        scores.append(score(number))
    print(scores)


if __name__ == "__main__":
    main()
