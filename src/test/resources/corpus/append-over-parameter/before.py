def collatz_length(start):
    steps = 0
    while start != 1:
        start = start // 2 if start % 2 == 0 else 3 * start + 1
        steps += 1
    return steps


def run(items):
    lengths = []
    for item in items:
        lengths.append(collatz_length(item))
    return lengths


if __name__ == "__main__":
    print(run([27, 97, 871, 6171, 77031]))
