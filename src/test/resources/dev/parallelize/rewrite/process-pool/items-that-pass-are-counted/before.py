def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, least):
    count = sum(1 for n in numbers if work(n) > least)
    return count


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23, 42], 5000), run([], 1))
