def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def run(values):
    found = []
    for value in values:
        result = work(value)
        found.append(result)
        del result
    return found


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5, 6]))
