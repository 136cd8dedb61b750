def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    nodes = []
    found = []
    for number in range(count):
        node = [number]
        nodes.append(node)
        nodes[0].append(number)
        found.append(fitness(node))
    return found
