ATTEMPTS = 0


def fragile(n):
    global ATTEMPTS
    ATTEMPTS += 1
    total = 0
    for k in range(1500):
        total += n * k % 7
    if ATTEMPTS % 2 == 0:
        raise RuntimeError("every second attempt fails")
    return total


def run(items):
    results = []
    for n in items:
        try:
            results.append(fragile(n))
        except RuntimeError:
            results.append(None)
    return results


if __name__ == "__main__":
    print(run([3, 3, 3, 3]))
