import hashlib
import pathlib
import tempfile
from concurrent.futures import ThreadPoolExecutor

FOLDER = pathlib.Path(tempfile.gettempdir()) / "parallelize-benchmark-blocks"


def prepare():
    FOLDER.mkdir(exist_ok=True)
    for i in range(40):
        (FOLDER / f"{i}.bin").write_bytes(bytes([i]) * 5_000_000)



def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def digests(paths):
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(digest, paths))


def main():
    return digests(sorted(str(p) for p in FOLDER.iterdir()))
