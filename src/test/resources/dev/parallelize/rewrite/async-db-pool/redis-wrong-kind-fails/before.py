import sys

import redis


def lengths(port, keys):
    found = []
    with redis.Redis(port=port) as client:
        for key in keys:
            found.append(client.llen(key))
            print(key)
    return found


print(lengths(int(sys.argv[2]), ["list:1", "list:2"]))
lengths(int(sys.argv[2]), ["list:1", "name:1", "list:2"])
