def drain(values):
    total = 0
    while values:
        total = (total * 3 + values.pop()) % 9001
        for k in range(100):
            total += k % 3
    return total


def run(counts):
    results = []
    for values in [list(range(count)) for count in counts]:
        results.append(drain(values))
    return results


if __name__ == "__main__":
    print(run([5, 6, 7]))
