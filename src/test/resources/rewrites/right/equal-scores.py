# Among equal scores the first wins.
def score(x):
    return (x * 5) % 7

def pick(xs):
    best, chosen = -1, None
    for x in xs:
        value = score(x)
        if value > best:
            best, chosen = value, x
    return chosen, best

if __name__ == "__main__":
    print(pick(range(15)))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

# Among equal scores the first wins.
def score(x):
    return (x * 5) % 7

def pick(xs):
    best, chosen = -1, None
    with ProcessPoolExecutor(max_workers=2) as executor:
        for x, value in zip(xs, executor.map(score, xs)):
            if value > best:
                best, chosen = value, x
    return chosen, best

if __name__ == "__main__":
    print(pick(range(15)))
