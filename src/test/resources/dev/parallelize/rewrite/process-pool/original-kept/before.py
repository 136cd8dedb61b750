def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


# Numbers that matter.
def run(numbers):
    """Say what numbers come to."""
    values = []
    for n in numbers:
        values.append(work(n))
    return values


def again(numbers):
    return run(numbers)


if __name__ == "__main__":
    print(again([4, 8, 15]), run([]))
