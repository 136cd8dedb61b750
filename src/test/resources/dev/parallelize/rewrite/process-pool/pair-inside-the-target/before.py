def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def run(rows):
    for (a, b), name in rows:
        print(name)
        print(name, work(a, b))


if __name__ == "__main__":
    run([((1, 2), "x"), ((3, 4), "y")])
