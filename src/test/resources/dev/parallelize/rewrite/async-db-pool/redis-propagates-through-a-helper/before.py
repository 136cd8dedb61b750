import sys

import redis


def load(port, numbers):
    client = redis.Redis(host="127.0.0.1", port=port, decode_responses=True)
    found = {}
    for number in numbers:
        found[number] = client.get(f"propagated:{number}")
    client.close()
    return found


def total(port, numbers):
    return sum(int(text) for text in load(port, numbers).values() if text)


port = int(sys.argv[2])
client = redis.Redis(host="127.0.0.1", port=port)
for number in range(4):
    client.set(f"propagated:{number}", number * number)
client.close()
print(total(port, [1, 2, 3, 9]))
