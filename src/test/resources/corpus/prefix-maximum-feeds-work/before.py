def search(n, bound):
    best = bound
    for k in range(1500):
        best = max(best, (n * k + bound) % 5003)
    return best


def run(items):
    best = 0
    for n in items:
        best = search(n, best)
    return best


if __name__ == "__main__":
    print(run([3, 1, 2]))
