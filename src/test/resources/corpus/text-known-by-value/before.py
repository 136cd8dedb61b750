def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


DONE = "done"


def state(number):
    return DONE if costly(number) % 7 == 0 else "open"


def run(numbers, known=None):
    finished = 0
    for number in numbers:
        outcome = state(number)
        if outcome == DONE:
            finished += 1
    return finished if known is None else known


if __name__ == "__main__":
    print(run(range(14)))
