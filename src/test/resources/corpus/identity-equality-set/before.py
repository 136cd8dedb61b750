class Node:
    def __init__(self, n):
        self.n = n


def nearest(x, nodes):
    return min(nodes, key=lambda node: abs(node.n - x))


def run(items, nodes):
    return len({nearest(x, nodes) for x in items})


if __name__ == "__main__":
    print(run([1, 2, 3, 11, 12, 13], [Node(2), Node(12)]))
