import sys

import httpx


def identifiers(base, numbers):
    """The identifiers of the numbers, in order."""
    found = []
    with httpx.Client(base_url=base) as client:
        for number in numbers:
            found.append(client.get(f"/json/{number}").raise_for_status().json()["id"])
    return found


def largest(base, numbers):
    return max(identifiers(base, numbers), default=0)


class Report:
    def __init__(self, base):
        self.base = base

    def lines(self, numbers):
        return [f"id {x}" for x in identifiers(self.base, numbers)[:2]]

    def show(self, numbers):
        for line in self.lines(numbers):
            print(line)
        return len(identifiers(self.base, numbers)) ** 2


def main():
    report = Report(sys.argv[1])
    print(report.show([3, 2, 1]), largest(sys.argv[1], [1, 5, 4]))
    print(largest(sys.argv[1], []))
    try:
        largest(sys.argv[1], [1, "missing", 2])
    except httpx.HTTPStatusError as error:
        print("failed", error.response.status_code)
    return 3


if __name__ == "__main__":
    sys.exit(main())
