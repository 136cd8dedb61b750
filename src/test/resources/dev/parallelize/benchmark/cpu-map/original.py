def steps(n):
    count = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        count += 1
    return count


def lengths(numbers):
    found = []
    for number in numbers:
        found.append(steps(number))
    return found


def main():
    return sum(lengths(list(range(1, 40_000))))
