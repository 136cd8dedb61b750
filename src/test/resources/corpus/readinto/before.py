import io
buf = bytearray(4)


def work(n):
    io.BytesIO(bytes([n, n])).readinto(buf)
    return sum(buf)


def total(n):
    return sum(buf)


def run(items):
    out = []
    for n in items:
        work(n)
        out.append(total(n))
    return out


if __name__ == "__main__":
    print(run([0, 1, 2, 3]))
