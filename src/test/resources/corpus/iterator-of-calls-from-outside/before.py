def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def pulled(item, numbers):
    return work(item + next(numbers))


def run(items):
    count = [0]

    def step():
        count[0] += 1
        return count[0]

    numbers = iter(step, -1)
    results = []
    for item in items:
        results.append(pulled(item, numbers))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
