"""The exception hands out the list that all items write to."""

import hashlib

LOG = []


def dig(number):
    digest = str(number).encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    if number % 3 == 0:
        raise ValueError(LOG)
    return digest.hex()[:4]


def work(number):
    try:
        return dig(number)
    except Exception as error:
        log = error.args[0]
        log.append(number)
        return len(log)


def run():
    out = []
    for number in range(9):
        out.append(work(number))
    return out


print(run(), LOG)
