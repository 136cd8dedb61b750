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
    out = []
    for x in items:
        out.append(nearest(x, nodes))
    return out


def main():
    nodes = [Node(2), Node(12)]
    for node in run([1, 11, 2], nodes):
        node.n += 100
    print([node.n for node in nodes])


if __name__ == "__main__":
    main()
