def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    numbers = [1, 2, 3]
    doubled = (number * 2 for number in numbers)
    found = []
    for _ in range(count):
        number = next(doubled)
        genes = [number, number + 1]
        score = fitness(genes)
        numbers.append(score % 10)
        found.append(score)
    return found
