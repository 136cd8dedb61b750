"""What a library's exception holds is the library's own."""

import hashlib
import os


def weigh(path):
    try:
        size = os.path.getsize(path) * 0 + os.stat(path).st_uid * 0
    except FileNotFoundError as error:
        return {"error": error.errno, "path": error.filename}
    except OSError as error:
        return {"error": error.winerror if os.name == "nt" else error.errno}
    digest = path.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    return {"digest": digest.hex()[:6], "size": size}


def run(paths):
    found = {}
    failed = []
    for path in paths:
        answer = weigh(path)
        if "error" in answer:
            failed.append(path)
            continue
        found[path] = answer
    return found, failed


print(run([os.devnull, "/no/such/file", os.curdir]))
