def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    results = []
    i = 0
    try:
        while i < len(items):
            if items[i] == 9:
                raise ValueError(items[i])
            results.append(work(items[i]))
            i += 1
    except ValueError:
        print("stopped at", i)
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
