"""Smooth five years of demand, minute by minute, with a level and a trend (Holt's method).

Every smoothed value starts from the level and the trend that the reading before left behind. The readings are a
random walk with a daily rhythm, from one random generator.
"""

import math
import random

READINGS = 5 * 365 * 24 * 60
MINUTES_PER_DAY = 24 * 60
ALPHA = 0.12
BETA = 0.015


def generate_readings(count, seed):
    """Return the demand of every minute."""
    generator = random.Random(seed)
    rhythm = [20.0 * math.sin(2.0 * math.pi * minute / MINUTES_PER_DAY) for minute in range(MINUTES_PER_DAY)]
    readings = []
    base = 500.0
    for minute in range(count):
        base += generator.random() - 0.5
        readings.append(base + rhythm[minute % MINUTES_PER_DAY])
    return readings


def smooth(readings, alpha, beta):
    """Return the smoothed values and the level and trend after the last reading."""
    level = readings[0]
    trend = 0.0
    smoothed = []
    for reading in readings:
        previous = level
        level = alpha * reading + (1.0 - alpha) * (level + trend)
        trend = beta * (level - previous) + (1.0 - beta) * trend
        smoothed.append(level)
    return smoothed, level, trend


def longest_shortage(readings, smoothed, margin):
    """Return the length of the longest run of minutes in which the reading lies above the smoothed value."""
    longest = 0
    run = 0
    for reading, value in zip(readings, smoothed):
        run = run + 1 if reading > value + margin else 0
        longest = max(longest, run)
    return longest


def main():
    readings = generate_readings(READINGS, seed=11)
    smoothed, level, trend = smooth(readings, ALPHA, BETA)
    print(f"{len(smoothed)} readings, level {level:.4f}, trend {trend:.6f} a minute")
    print(f"forecast for tomorrow: {level + trend * MINUTES_PER_DAY:.3f}")
    print("longest shortage:", longest_shortage(readings, smoothed, 0.5), "minutes")


if __name__ == "__main__":
    main()
