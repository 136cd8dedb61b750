import io


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    with io.StringIO() as report:
        for n in numbers:
            report.write(f"{n}: {work(n)}\n")
        return report.getvalue()


if __name__ == "__main__":
    print(run([4, 8, 15]), end="")
