class Node:
    def __init__(self, parent):
        self.parent = parent
        self.value = 1


def derive(value):
    for k in range(1500):
        value = (value * 5 + k) % 8191
    return value


def run(nodes):
    for node in nodes:
        node.value = derive(node.parent.value)


if __name__ == "__main__":
    root = Node(None)
    first = Node(root)
    second = Node(first)
    third = Node(second)
    run([first, second, third])
    print(first.value, second.value, third.value)
