from typing import Dict, List


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: List[int]) -> Dict[int, int]:
    """Values by number."""
    values: Dict[int, int] = {}
    for n in numbers:  # each on its own
        # the costly part
        value: int = work(n)
        values[n] = value  # kept
    return values


if __name__ == "__main__":
    print(run([4, 8, 15]))
