import sys

import redis


def values(port, keys):
    client = redis.Redis(port=port)
    found = {}
    for key in keys:
        value = client.get(key)
        if value is None:
            print("no", key)
            continue
        found[key] = value.decode()
    return found


print(values(int(sys.argv[2]), ["name:1", "name:x", "name:2"]))
