def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


import_scale = 3


def scaled(n):
    return work(n) * import_scale


import_scale = 5
totals = [scaled(n) for n in [4, 8, 15]]
print(totals)
