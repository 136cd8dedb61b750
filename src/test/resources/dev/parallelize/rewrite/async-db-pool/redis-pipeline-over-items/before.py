import sys

import redis


def values(port, keys):
    client = redis.Redis(port=port)
    pipeline = client.pipeline()
    for key in keys:
        pipeline.get(key)
    return pipeline.execute()


print(values(int(sys.argv[2]), ["name:1"]))
