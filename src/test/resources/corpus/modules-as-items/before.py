import math
import re

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(modules):
    return [costly(len(module.__name__)) for module in modules]


if __name__ == "__main__":
    print(run([math, re]))
