class Node:
    def __init__(self, n):
        self.n = n


def nearest(x, nodes):
    weight = sum(k % 7 for k in range(3000))
    best = nodes[weight % 1]
    for node in nodes:
        if abs(node.n - x) < abs(best.n - x):
            best = node
    return best


def run(items, nodes):
    order = []
    for x in items:
        node = nearest(x, nodes)
        order.append(nodes.index(node))
    return order


if __name__ == "__main__":
    print(run([1, 2, 3, 11, 12, 13], [Node(2), Node(12)]))
