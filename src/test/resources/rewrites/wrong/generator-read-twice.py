# what: a generator that the executor has read to its end before the results are put beside its items
# check: output-matches
def lines():
    for x in range(6):
        yield "line %d" % x


def length(line):
    return len(line)


if __name__ == "__main__":
    for line in lines():
        print(line, length(line))
    print("done")
# --- transformed
from concurrent.futures import ProcessPoolExecutor


def lines():
    for x in range(6):
        yield "line %d" % x


def length(line):
    return len(line)


if __name__ == "__main__":
    source = lines()
    with ProcessPoolExecutor() as executor:
        for line, found in zip(source, executor.map(length, source)):
            print(line, found)
    print("done")
