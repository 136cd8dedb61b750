# what: of equal scores the last wins, not the first
# check: output-matches
def score(x):
    return x % 3

if __name__ == "__main__":
    best, chosen = -1, None
    for x in range(9):
        if score(x) > best:
            best, chosen = score(x), x
    print(chosen)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def score(x):
    return x % 3

if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        chosen = max(zip(executor.map(score, range(9)), range(9)))[1]
    print(chosen)
