import sys

import redis


def follow(port, count):
    client = redis.Redis(port=port, decode_responses=True)
    key, path = "link:0", []
    for _ in range(count):
        key = client.get(key)
        path.append(key)
    return path


print(follow(int(sys.argv[2]), 2))
