MISSING = object()


def lookup(n):
    total = 0
    for k in range(1500):
        total += n * k % 17
    return MISSING if total % 2 else total


def run(items):
    found = []
    for n in items:
        value = lookup(n)
        if value is not MISSING:
            found.append(n)
    return found


if __name__ == "__main__":
    print(run(range(8)))
