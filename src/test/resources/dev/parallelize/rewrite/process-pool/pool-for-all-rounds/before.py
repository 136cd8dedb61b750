"""One pool serves all rounds: the workers get what changes with each task."""

import math


def pull(point, others):
    # How strongly the others draw.
    total = 0.0
    for other in others:
        for k in range(1, 60):
            total += math.sin(other - point) / k
    return total


def settle(points, rounds):
    history = []
    for round_number in range(rounds):
        # All move at the same time.
        moved = []
        for point in points:
            moved.append(point + 0.01 * pull(point, points))
        history.append(sum(moved))
        if round_number % 2 == 0:
            note = """round
  done"""
            print(note, round_number)
        points = moved
    else:
        print("settled")
    return points, history


if __name__ == "__main__":
    print(settle([0.1 * i for i in range(12)], 4))
