import array
buf = array.array("i", [0, 0, 0, 0])


def work(n):
    buf[n] = n + sum(buf)
    return buf[n]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([0, 1, 2, 3]))
