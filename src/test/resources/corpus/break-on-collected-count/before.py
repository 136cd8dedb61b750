def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 31
    return total


def run(numbers):
    found = []
    for n in numbers:
        value = work(n)
        if value % 3 == 0:
            found.append(n)
            if len(found) == 2:
                break
    return found


if __name__ == "__main__":
    print(run(range(1, 30)))
