import sys

import redis


class Store:
    def __init__(self, port):
        self.client = redis.Redis(port=port)

    def values(self, keys):
        return_values = []
        for key in keys:
            return_values.append(self.client.get(key))
        return return_values


print(Store(int(sys.argv[2])).values(["name:1"]))
