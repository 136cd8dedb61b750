import sys

import redis


def load_profiles(port, numbers):
    client = redis.Redis(port=port, decode_responses=True)
    profiles = []
    for number in numbers:
        profile = client.hgetall(f"user:{number}")
        profiles.append(profile)
    client.close()
    return profiles


if __name__ == "__main__":
    print(load_profiles(int(sys.argv[2]), range(50)))
