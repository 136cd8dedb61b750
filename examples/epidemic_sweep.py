"""Sweep the infection rate of an epidemic on a grid and report how far each one spreads.

People live on a torus. An infected person infects each healthy neighbour with a given probability per day and
recovers after a fixed number of days. The sweep answers how the attack rate grows with the infection probability.
"""

import random

SIZE = 64
DAYS_ILL = 5
MAX_DAYS = 120
FIRST_CASES = 4

SUSCEPTIBLE = 0
RECOVERED = -1


def seed_population(generator):
    """Return a grid of healthy people with a few first cases. A positive number counts the days left to recover."""
    grid = [[SUSCEPTIBLE] * SIZE for _ in range(SIZE)]
    for _ in range(FIRST_CASES):
        grid[generator.randrange(SIZE)][generator.randrange(SIZE)] = DAYS_ILL
    return grid


def sick_neighbours(grid, row, column):
    """Count the infected among the four neighbours of one person."""
    above = grid[row - 1][column]
    below = grid[(row + 1) % SIZE][column]
    left = grid[row][column - 1]
    right = grid[row][(column + 1) % SIZE]
    return (above > 0) + (below > 0) + (left > 0) + (right > 0)


def next_day(grid, probability, generator):
    """Return tomorrow's grid."""
    tomorrow = []
    for row in range(SIZE):
        line = []
        for column in range(SIZE):
            state = grid[row][column]
            if state > 0:
                line.append(state - 1 if state > 1 else RECOVERED)
            elif state == RECOVERED:
                line.append(RECOVERED)
            else:
                exposed = sick_neighbours(grid, row, column)
                infected = exposed and generator.random() > (1.0 - probability) ** exposed
                line.append(DAYS_ILL if infected else SUSCEPTIBLE)
        tomorrow.append(line)
    return tomorrow


def simulate(probability, seed):
    """Run one epidemic to its end and return its length in days, its peak and the share of people it reached."""
    generator = random.Random(seed)
    grid = seed_population(generator)
    peak = 0
    day = 0
    for day in range(1, MAX_DAYS + 1):
        grid = next_day(grid, probability, generator)
        ill = sum(1 for line in grid for state in line if state > 0)
        peak = max(peak, ill)
        if ill == 0:
            break
    reached = sum(1 for line in grid for state in line if state != SUSCEPTIBLE)
    return day, peak, reached / (SIZE * SIZE)


def sweep(probabilities, seed):
    """Simulate every probability and keep the outcomes by probability."""
    outcomes = {}
    for probability in probabilities:
        outcomes[probability] = simulate(probability, seed)
    return outcomes


def main():
    probabilities = [0.04 + 0.008 * step for step in range(28)]
    outcomes = sweep(probabilities, seed=2024)
    print("probability  days  peak  reached")
    for probability, (days, peak, reached) in outcomes.items():
        print(f"{probability:11.3f}  {days:4d}  {peak:4d}  {reached:7.3f}")


if __name__ == "__main__":
    main()
