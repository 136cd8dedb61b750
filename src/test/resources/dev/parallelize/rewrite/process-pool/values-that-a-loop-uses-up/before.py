"""The loop prints what map makes on demand, and changes nothing that it is made from."""


def work(n):
    total = 0
    for k in range(40000):
        total += k * n % 7
    return total


def show(numbers):
    best = None
    for number, total in zip(numbers, map(work, numbers)):
        print(number, total)
        if best is None or total > best:
            best = total
    return best


if __name__ == "__main__":
    print(show([3, 1, 2]))
