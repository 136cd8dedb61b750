def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def fill(keys, table):
    for key in keys:
        table[key] = work(key)


print(work(3))
