def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def fill(source: list[int], out: list[int]):
    for i, value in enumerate(source):
        out[i] = work(value)


print(work(3))
