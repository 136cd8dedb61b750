def plain(x):
    return x % 7


def tuned(x):
    return x % 5


kernel = plain


def work(n):
    global kernel
    total = 0
    for k in range(1500):
        total += kernel(n * k)
    if n == 2:
        kernel = tuned
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 1, 3]))
