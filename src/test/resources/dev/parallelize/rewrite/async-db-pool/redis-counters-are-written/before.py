import sys

import redis


def count_all(port, keys):
    client = redis.Redis(port=port)
    counts = []
    for key in keys:
        counts.append(client.incr(key))
    return counts


print(count_all(int(sys.argv[2]), []))
