def mangle(window):
    for _ in range(300):
        for i in range(len(window)):
            window[i] = (window[i] * 3 + window[0] + 1) % 256


def run(buffer, width):
    view = memoryview(buffer)
    for start in range(len(buffer) - width):
        mangle(view[start : start + width])
    return bytes(buffer)


if __name__ == "__main__":
    print(list(run(bytearray(range(8)), 3)))
