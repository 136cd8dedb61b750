def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def deep(item, kind):
    return costly(item) if isinstance(item, (str, kind)) else 0


def run(items, kind):
    found = []
    for item in items:
        found.append(deep(item, kind))
    return found


if __name__ == "__main__":
    items = [3, 4.5, 5]
    print(run(items, type(items[0])))
