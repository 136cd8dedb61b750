def pair(first, stream):
    second = next(stream, 0)
    total = 0
    for k in range(1500):
        total += (first * k + second) % 17
    return total


def run(values):
    stream = iter(values)
    return [pair(first, stream) for first in stream]


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
