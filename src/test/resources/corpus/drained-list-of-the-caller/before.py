def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    results = []
    while items:
        item = items.pop(0)
        results.append(60 // (work(item) % 3))
    return results


if __name__ == "__main__":
    numbers = [3, 1, 4, 1, 5, 9, 2, 6]
    try:
        print(run(numbers))
    except ZeroDivisionError:
        print(numbers)
