def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def fill(source):
    out = [0] * len(source)
    for i in range(1, len(source)):
        out[i] = work(source[i - 1])
    return out


print(work(3))
