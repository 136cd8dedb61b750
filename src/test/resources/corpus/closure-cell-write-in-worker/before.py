def make():
    count = 0

    def work(n):
        work.__closure__[0].cell_contents += 1
        return n * count

    def other():
        return count
    return work


work = make()


def run(items):
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    try:
        print(run([1, 2, 3]))
    except TypeError as e:
        print("TypeError")
