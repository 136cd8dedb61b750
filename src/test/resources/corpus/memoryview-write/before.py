buf = bytearray(4)


def work(n):
    view = memoryview(buf)[n:]
    view[0] = n + sum(buf)
    return view[0]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([0, 1, 2, 3]))
