"""Plan a round trip through sixty cities: improve random tours by 2-opt and keep the shortest.

A script as one writes it on an afternoon. Every start has its own seed; among equally short tours the one of the
earliest start wins.
"""

import math
import random

CITIES = 60
STARTS = 110

placer = random.Random(3)
cities = [(placer.uniform(0, 100), placer.uniform(0, 100)) for _ in range(CITIES)]
distances = [[math.dist(a, b) for b in cities] for a in cities]


def tour_length(tour):
    """Return the length of the closed tour."""
    return sum(distances[tour[position - 1]][tour[position]] for position in range(len(tour)))


def improve(tour):
    """Reverse stretches of the tour as long as that makes it shorter, and return it."""
    improved = True
    while improved:
        improved = False
        for i in range(1, len(tour) - 1):
            for j in range(i + 1, len(tour)):
                a, b = tour[i - 1], tour[i]
                c, d = tour[j], tour[(j + 1) % len(tour)]
                if distances[a][c] + distances[b][d] < distances[a][b] + distances[c][d] - 1e-12:
                    tour[i : j + 1] = reversed(tour[i : j + 1])
                    improved = True
    return tour


def or_opt(tour):
    """Move every city to the place where it costs least, once around, and return the tour."""
    for city in range(len(tour)):
        rest = [other for other in tour if other != city]
        best = min(range(len(rest)), key=lambda p: tour_length(rest[:p] + [city] + rest[p:]))
        tour = rest[:best] + [city] + rest[best:]
    return tour


def plan(seed):
    """Return an improved tour from a random start."""
    generator = random.Random(seed)
    tour = list(range(CITIES))
    generator.shuffle(tour)
    return improve(or_opt(improve(tour)))


best_length = math.inf
best_tour = None
for seed in range(STARTS):
    tour = plan(seed)
    length = tour_length(tour)
    print(f"start {seed:2d}: {length:.3f}")
    if length < best_length:
        best_length = length
        best_tour = tour

print(f"shortest tour: {best_length:.3f}")
print(" ".join(str(city) for city in best_tour))
