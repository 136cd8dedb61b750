import hashlib


def checksum(handle):
    digest = hashlib.md5()
    for block in iter(lambda: handle.read(16), b""):
        digest.update(block)
        if block.endswith(b"e"):
            break
    return digest.hexdigest()


def run(count):
    with open(__file__, "rb") as handle:
        return [checksum(handle) for _ in range(count)]


if __name__ == "__main__":
    print(run(4))
