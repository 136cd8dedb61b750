import sys

import redis


def city(client, number):
    return client.hget(f"user:{number}", "city")


def cities(port, numbers):
    client = redis.Redis(port=port, decode_responses=True)
    return [city(client, number) for number in numbers]


print(cities(int(sys.argv[2]), [1, 2, 3]))
