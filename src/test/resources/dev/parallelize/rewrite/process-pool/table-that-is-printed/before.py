def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def build(numbers):
    return [work(n) for n in numbers]


table = build(range(20))
print(sum(table))
