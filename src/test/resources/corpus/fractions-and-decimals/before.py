from fractions import Fraction


def harmonic(n):
    total = Fraction(0)
    for k in range(1, n + 1):
        total += Fraction(1, k)
    return total


def run(numbers):
    results = []
    for n in numbers:
        results.append(harmonic(n))
    return results


if __name__ == "__main__":
    print(*run([20, 30, 40]), sep="\n")
