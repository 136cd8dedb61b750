def remember(history, value):
    history.append(value)


def work(n, history):
    total = len(history)
    for k in range(1500):
        total += n * k % 13
    remember(history, total)
    return total


def run(items):
    history = []
    results = []
    for n in items:
        results.append(work(n, history))
    return results, history


if __name__ == "__main__":
    print(run([1, 1, 1]))
