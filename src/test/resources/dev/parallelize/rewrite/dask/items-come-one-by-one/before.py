import csv
import io


def measure(row):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(row) * k) % 10007
    return total


def run(text):
    values = []
    for row in csv.reader(io.StringIO(text)):
        values.append(measure(row))
    return values


if __name__ == "__main__":
    print(run("a,b\nc\n"))
