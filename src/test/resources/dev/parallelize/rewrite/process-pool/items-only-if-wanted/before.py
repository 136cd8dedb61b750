def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(count, ok):
    numbers = [n * n for n in range(count)]
    return [work(n) for n in numbers] if ok else []


def main():
    print(run(5, True), run(5, False))


if __name__ == "__main__":
    main()
