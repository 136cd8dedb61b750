import csv
import pathlib


def load_all(paths):
    tables = []
    for path in paths:
        with open(path, newline="") as file:
            tables.append(list(csv.reader(file)))
    return tables


print(load_all([pathlib.Path(__file__)]))
