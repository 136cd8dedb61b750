import hashlib


def checksum(path):
    digest = hashlib.md5()
    with open(path, "rb") as handle:
        for block in iter(lambda: handle.read(64), b""):
            digest.update(block)
    return digest.hexdigest()


def run(paths):
    return [checksum(path) for path in paths]


if __name__ == "__main__":
    print(len(run([__file__] * 4)))
