class Node:
    def __init__(self, value):
        self.value = value


def derive(value):
    for k in range(1500):
        value = (value * 5 + k) % 8191
    return value


def run(nodes):
    for i, node in enumerate(nodes):
        setattr(node, "value", derive(nodes[i - 1].value))


if __name__ == "__main__":
    chain = [Node(1), Node(2), Node(3)]
    run(chain)
    print([node.value for node in chain])
