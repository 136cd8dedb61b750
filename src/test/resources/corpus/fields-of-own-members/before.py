"""The scores go into the members of a list that the object holds."""

import hashlib


def weigh(text):
    digest = text.encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()[:6]


class Member:
    def __init__(self, genes: str):
        self.genes = genes
        self.score = None


class Population:
    def __init__(self, size):
        self.members = [Member("abc" * i) for i in range(size)]

    def run(self):
        for member in self.members:
            if member.score is None:
                member.score = weigh(member.genes)


population = Population(6)
population.run()
print([member.score for member in population.members])
