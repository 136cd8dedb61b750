import hashlib


def checksum(handle, most):
    digest = hashlib.md5(b"".join(iter(lambda: handle.read(16)[:most], b"")))
    return digest.hexdigest()


def run(count):
    with open(__file__, "rb") as handle:
        return [checksum(handle, 16 + number) for number in range(count)]


if __name__ == "__main__":
    print(run(4))
