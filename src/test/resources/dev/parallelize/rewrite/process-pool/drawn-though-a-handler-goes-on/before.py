import random


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    found = []
    for _ in range(count):
        genes = [random.randrange(9) for _ in range(12)]
        found.append(fitness(genes))
    return found


def main():
    try:
        print(run(20))
    except ValueError as error:
        print(error, random.random())
