import struct
buf = bytearray(16)


def work(n):
    struct.pack_into("i", buf, 4 * n, n + sum(buf))
    return sum(buf)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([0, 1, 2, 3]))
