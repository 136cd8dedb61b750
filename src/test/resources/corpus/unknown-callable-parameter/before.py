def run(function, items):
    results = []
    for item in items:
        results.append(function(item))
    return results


def slow(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


if __name__ == "__main__":
    print(run(slow, [1, 2, 3]))
