"""Nodes give their neighbours a level; a node could be its own neighbour."""

import hashlib


def weigh(number):
    digest = str(number).encode()
    for _ in range(3000):
        digest = hashlib.sha256(digest).digest()
    return digest[0]


class Node:
    def __init__(self, level):
        self.level = level
        self.neighbours = []

    def run(self):
        for other in self.neighbours:
            other.level = weigh(self.level)


first, second, third = Node(1), Node(2), Node(3)
first.neighbours = [second, third]
first.run()
print(first.level, second.level, third.level)
