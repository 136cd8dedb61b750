def score(n):
    total = 0
    for k in range(1800):
        total += (n * k) % 23
    return total


def work(numbers):
    found = []
    for n in numbers:
        if not found and score(n) > 19700:
            found.append(n)
    return found


if __name__ == "__main__":
    print(work(range(10)))
