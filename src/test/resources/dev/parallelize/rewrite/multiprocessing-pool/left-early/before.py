def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, limit):
    for n in numbers:
        print("trying", n)
        if work(n) > limit:
            return n
    return None


if __name__ == "__main__":
    print(run(list(range(1, 30)), 9000), run([1], 20000))
