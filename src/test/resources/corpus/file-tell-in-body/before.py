import os
import tempfile


def work(line):
    return len(line) * 2


def run(path):
    out = []
    with open(path, "rb") as f:
        for line in iter(f.readline, b""):
            out.append((work(line), f.tell()))
    return out


if __name__ == "__main__":
    fd, path = tempfile.mkstemp()
    os.write(fd, b"a\nbb\nccc\n")
    os.close(fd)
    print(run(path))
    os.remove(path)
