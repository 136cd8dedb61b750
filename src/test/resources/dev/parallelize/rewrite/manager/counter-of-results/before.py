from collections import Counter, defaultdict


def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: list[int]):
    counts = Counter()
    groups = defaultdict(list)
    nested = {}
    for n in numbers:
        value = work(n) % 5
        counts[value] += 1
        groups[value].append(n)
        nested.setdefault(value, {})[n] = counts[value]
    return counts, groups, nested


if __name__ == "__main__":
    print(run([4, 8, 4, 15, 16, 23, 42]))
