def find(parents, node):
    for _ in range(200):
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
    return node


def join(parents, a, b):
    left, right = find(parents, a), find(parents, b)
    parents[right] = left
    return left != right


def run(size, edges):
    parents = list(range(size))
    tree = []
    for a, b in edges:
        if join(parents, a, b):
            tree.append((a, b))
    return tree


if __name__ == "__main__":
    print(run(5, [(0, 1), (1, 2), (0, 2), (3, 4), (2, 3), (1, 4)]))
