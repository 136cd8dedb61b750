class Session:
    opened = 0

    def __enter__(self):
        Session.opened += 1
        return Session.opened

    def __exit__(self, *problem):
        return False


def work(n):
    with Session() as number:
        total = 0
        for k in range(1500):
            total += n * k % (number + 6)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([7, 7, 7]))
