def make():
    count = 0

    def work(n):
        return n * count
    return work


work = make()


def run(items):
    out = []
    for n in items:
        work.__closure__[0].cell_contents = len(out)
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
