def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    return [work(n) for n in numbers] if numbers else []


if __name__ == "__main__":
    print(run([4, 8, 15]), run(None))
