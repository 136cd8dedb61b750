"""Find the first prime of the form k * 2**n + 1 for a list of exponents, and the first Mersenne prime past a bound.

Numbers of both forms have quick tests of their own: Proth's theorem for the one, Lucas and Lehmer's for the other.
Each search stops at the first hit.
"""

SMALL_PRIMES = (3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)


def is_odd_prime(number):
    """Tell by trial division whether a small odd number is prime."""
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return number > 1


def is_mersenne_prime(exponent):
    """Tell whether 2**exponent - 1 is prime, for an odd exponent."""
    if not is_odd_prime(exponent):
        return False
    mersenne = (1 << exponent) - 1
    residue = 4
    for _ in range(exponent - 2):
        residue = (residue * residue - 2) % mersenne
    return residue == 0


def is_proth_prime(factor, exponent):
    """Tell whether factor * 2**exponent + 1 is prime, for an odd factor below 2**exponent."""
    number = factor * (1 << exponent) + 1
    for prime in SMALL_PRIMES:
        if number % prime == 0:
            return number == prime
    for base in SMALL_PRIMES:
        residue = pow(base, (number - 1) // 2, number)
        if residue == number - 1:
            return True
        if residue != 1:
            return False
    return False


def first_mersenne_exponent(lower, upper):
    """Return the least odd exponent in the range that gives a Mersenne prime, or None."""
    for exponent in range(lower | 1, upper, 2):
        if is_mersenne_prime(exponent):
            return exponent
    return None


def first_proth_factor(exponent, limit):
    """Return the least odd factor below the limit that gives a Proth prime, and the number of tries."""
    tries = 0
    for factor in range(1, limit, 2):
        found = is_proth_prime(factor, exponent)
        tries += 1
        if found:
            break
    else:
        return None, tries
    return factor, tries


def main():
    lower = 1300
    print(f"first Mersenne exponent from {lower}:", first_mersenne_exponent(lower, 5000))
    for exponent in (1200, 1300):
        factor, tries = first_proth_factor(exponent, 4000)
        print(f"exponent {exponent}: factor {factor} after {tries} tries")


if __name__ == "__main__":
    main()
