# what: a floating-point sum in another grouping, printed in full
# check: output-matches
def term(x):
    return 1.0 / (x + 0.1)

if __name__ == "__main__":
    total = 0.0
    for x in range(1000):
        total += term(x)
    print(repr(total))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def term(x):
    return 1.0 / (x + 0.1)

def part(start):
    return sum(term(x) for x in range(start, start + 100))

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        total = sum(executor.map(part, range(0, 1000, 100)))
    print(repr(total))
