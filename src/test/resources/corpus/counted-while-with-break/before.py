def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    i = 0
    while i < len(items):
        value = work(items[i])
        if value % 5 == 2:
            print("found", value)
            break
        i += 1
    return i


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
