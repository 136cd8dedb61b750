from typing import Dict, Iterable, List


def work(n: int) -> int:
    total: int = 0
    for k in range(2000):
        total += n * k % 79
    return total


def run(numbers: Iterable[int]) -> Dict[int, List[int]]:
    results: Dict[int, List[int]] = {}
    for n in numbers:
        value: int = work(n)
        results[n] = [value, value % 10]
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
