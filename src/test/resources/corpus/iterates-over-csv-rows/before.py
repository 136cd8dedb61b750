import csv
import io


def value(row):
    total = 0
    for k in range(1500):
        total += int(row["units"]) * k % 17
    return row["name"], total


def run(text):
    results = []
    for row in csv.DictReader(io.StringIO(text)):
        results.append(value(row))
    return results


if __name__ == "__main__":
    print(run("name,units\nbolt,3\nnut,5\n"))
