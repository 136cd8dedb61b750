# what: threads count in one dictionary without a lock
# check: no-race-conditions
counts = {}

def count(word):
    counts[word] = counts.get(word, 0) + 1

if __name__ == "__main__":
    for word in ["a", "b", "a", "c"] * 10:
        count(word)
    print(sorted(counts.items()))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

counts = {}

def count(word):
    counts[word] = counts.get(word, 0) + 1

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(count, ["a", "b", "a", "c"] * 10))
    print(sorted(counts.items()))
