class Mark(int):
    pass


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(items, kind):
    found = []
    for item in items:
        if isinstance(item, kind):
            found.append(costly(item))
    return found


if __name__ == "__main__":
    print(run([3, Mark(4), Mark(5)], Mark))
