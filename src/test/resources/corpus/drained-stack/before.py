def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    stack = list(items)
    results = []
    while len(stack) > 0:
        item = stack.pop()
        results.append(work(item))
        if len(results) > 5:
            break
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
