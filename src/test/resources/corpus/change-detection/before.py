def phase(n):
    total = 0
    for k in range(1500):
        total += (n + k) * n % 3
    return total % 2


def run(numbers):
    changes = 0
    previous = None
    for n in numbers:
        current = phase(n)
        if current != previous:
            changes += 1
        previous = current
    return changes


if __name__ == "__main__":
    print(run(range(12)))
