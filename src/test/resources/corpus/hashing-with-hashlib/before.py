import hashlib


def stretch(password, rounds):
    digest = password.encode("utf-8")
    for _ in range(rounds):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()[:12]


def run(passwords):
    digests = {}
    for password in passwords:
        digests[password] = stretch(password, 1500)
    return digests


if __name__ == "__main__":
    print(run(["letmein", "hunter2", "correct horse"]))
