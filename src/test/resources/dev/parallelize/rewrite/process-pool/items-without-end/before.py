def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def odd_numbers():
    n = 1
    while True:
        yield n
        n += 2


def run(limit):
    found = []
    for n in odd_numbers():
        value = work(n)
        if value > limit:
            found.append((n, value))
        if len(found) == 3:
            break
    return found


if __name__ == "__main__":
    print(run(9000))
