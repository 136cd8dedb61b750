def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def parse(text):
    return work(int(text))


def run(texts):
    values = []
    failures = 0
    for text in texts:
        try:
            value = parse(text)
        except ValueError as problem:
            print("skipped:", problem)
            failures += 1
            continue
        values.append(value)
    return values, failures


if __name__ == "__main__":
    print(run(["4", "eight", "15", ""]))
