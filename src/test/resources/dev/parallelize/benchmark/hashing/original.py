import hashlib
import pathlib
import tempfile

FOLDER = pathlib.Path(tempfile.gettempdir()) / "parallelize-benchmark-blocks"


def prepare():
    FOLDER.mkdir(exist_ok=True)
    for i in range(40):
        (FOLDER / f"{i}.bin").write_bytes(bytes([i]) * 5_000_000)



def digests(paths):
    found = []
    for path in paths:
        with open(path, "rb") as file:
            found.append(hashlib.sha256(file.read()).hexdigest())
    return found


def main():
    return digests(sorted(str(p) for p in FOLDER.iterdir()))
