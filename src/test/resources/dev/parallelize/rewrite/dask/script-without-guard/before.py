def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


numbers = [4, 8, 15]
values = []
for n in numbers:
    values.append(work(n))
print(values)
