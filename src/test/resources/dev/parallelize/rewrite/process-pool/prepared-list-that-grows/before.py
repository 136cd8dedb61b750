def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    genes = []
    found = []
    for number in range(count):
        genes.append(number)
        found.append(fitness(genes))
    return found
