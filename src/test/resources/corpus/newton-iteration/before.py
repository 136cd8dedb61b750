def improve(guess, target):
    total = 0.0
    for k in range(1, 400):
        total += guess / k
    return guess - (guess * guess - target) / (2.0 * guess) * (1.0 if total > 0 else 0.5)


def run(target, rounds):
    guess = target
    for _ in range(rounds):
        guess = improve(guess, target)
    return guess


if __name__ == "__main__":
    print(repr(run(2.0, 6)))
