# what: hashes of text compared across spawned processes
# check: output-matches
def same(pair):
    word, expected = pair
    return hash(word) == expected

if __name__ == "__main__":
    print([same((word, hash(word))) for word in ("a", "b", "c")])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def same(pair):
    word, expected = pair
    return hash(word) == expected

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(same, [(word, hash(word)) for word in ("a", "b", "c")])))
