def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 89
    return total


def run(numbers):
    count = 0
    for n in numbers:
        if work(n) % 2 == 0:
            count += 1
    return count


if __name__ == "__main__":
    print(run(range(1, 8)))
