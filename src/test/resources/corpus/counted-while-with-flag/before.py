def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    found = False
    i = 0
    while not found and i < len(items):
        if work(items[i]) % 5 == 2:
            found = True
        i += 1
    return found, i


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
