import weakref

REGISTRY = weakref.WeakValueDictionary()


class Node:
    def __init__(self, key):
        self.key = key
        self.rank = len(REGISTRY)
        REGISTRY[key] = self


def build(n):
    node = Node(n)
    total = 0
    for k in range(1500):
        total += n * k % 7
    node.total = total
    return node


def run(items):
    nodes = []
    for n in items:
        nodes.append(build(n))
    return nodes


if __name__ == "__main__":
    print([(node.rank, node.total) for node in run([5, 6, 7])], len(REGISTRY))
