def work(n):
    print("work", n)
    total = 0
    for k in range(1500):
        total += n * k % 7
    return total


def run(items):
    for n in items:
        yield work(n)


if __name__ == "__main__":
    for result in run([1, 2, 3, 4]):
        print("got", result)
        if result > 4000:
            break
