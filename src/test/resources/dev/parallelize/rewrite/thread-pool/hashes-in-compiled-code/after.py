import hashlib
from concurrent.futures import ThreadPoolExecutor


def digest(seed):
    return hashlib.pbkdf2_hmac("sha256", b"password", bytes([seed]), 40_000).hex()


def run(seeds):
    seeds = list(seeds)
    with ThreadPoolExecutor(max_workers=16) as executor:
        return list(executor.map(digest, seeds))


if __name__ == "__main__":
    print(run([1, 2, 3]))
