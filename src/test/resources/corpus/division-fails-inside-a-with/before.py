import numpy as np


def ratio(number):
    values = np.arange(60.0) / number
    for k in range(200):
        values = np.sqrt(values * values + k) - values.mean()
    try:
        return float((values / (np.arange(60.0) - number)).sum())
    except FloatingPointError:
        return -1.0


def run(numbers):
    ratios = []
    with np.errstate(divide="raise"):
        for number in numbers:
            ratios.append(ratio(number))
    return ratios


if __name__ == "__main__":
    print(run(range(1, 5)))
