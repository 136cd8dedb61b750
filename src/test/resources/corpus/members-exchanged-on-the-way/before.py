"""Each step puts new members into the list that the loop runs over."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()[:6]


class Population:
    def __init__(self, members: list):
        self.members = members

    def run(self):
        for member in self.members:
            if len(self.members) < 9:
                self.members.append(weigh(member))


population = Population(["a", "b"])
population.run()
print(population.members)
