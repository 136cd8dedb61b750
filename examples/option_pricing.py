"""Price Asian call options by Monte Carlo simulation.

An Asian option pays the difference between the average price of a stock over a year and the strike, if that is
positive. There is no closed formula for the arithmetic average, so the price paths are simulated. Every batch of
paths has a random generator with its own seed, so a batch gives the same numbers whenever it is run.
"""

import math
import random
from dataclasses import dataclass

TRADING_DAYS = 52
PATHS_PER_BATCH = 1500
BATCHES = 40


@dataclass(frozen=True)
class Market:
    """What is assumed of the stock: price now, risk-free rate and volatility, both per year."""

    spot: float
    rate: float
    volatility: float


def simulate_path(market, generator):
    """Return the average price along one simulated path of weekly steps."""
    step = 1.0 / TRADING_DAYS
    drift = (market.rate - 0.5 * market.volatility**2) * step
    shock = market.volatility * math.sqrt(step)
    price = market.spot
    total = 0.0
    for _ in range(TRADING_DAYS):
        price *= math.exp(drift + shock * generator.gauss(0.0, 1.0))
        total += price
    return total / TRADING_DAYS


def price_batch(seed, market, strike):
    """Return the mean discounted payoff of one batch of paths and the share of paths that paid out."""
    generator = random.Random(seed)
    payoff = 0.0
    exercised = 0
    for _ in range(PATHS_PER_BATCH):
        average = simulate_path(market, generator)
        if average > strike:
            payoff += average - strike
            exercised += 1
    discount = math.exp(-market.rate)
    return discount * payoff / PATHS_PER_BATCH, exercised / PATHS_PER_BATCH


def estimate_price(market, strike):
    """Return the estimated price, its standard error and the probability that the option pays."""
    prices = []
    exercised = 0.0
    for seed in range(BATCHES):
        price, share = price_batch(seed, market, strike)
        prices.append(price)
        exercised += share
    mean = sum(prices) / BATCHES
    variance = sum((price - mean) ** 2 for price in prices) / (BATCHES - 1)
    return mean, math.sqrt(variance / BATCHES), exercised / BATCHES


def main():
    market = Market(spot=100.0, rate=0.03, volatility=0.25)
    strike = 95.0
    price, error, probability = estimate_price(market, strike)
    print(f"strike {strike:.2f}: price {price:.4f} +/- {error:.4f}, pays with {probability:.3f}")


if __name__ == "__main__":
    main()
