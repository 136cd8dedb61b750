# The first of the lowest equal scores is kept.
def score(word):
    return len(word)

def shortest(words):
    lowest, chosen = None, None
    for word in words:
        value = score(word)
        if lowest is None or value < lowest:
            lowest, chosen = value, word
            print("now", word)
    return chosen

if __name__ == "__main__":
    print(shortest(["pear", "fig", "apple", "nut", "oak", "plum"]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

# The first of the lowest equal scores is kept.
def score(word):
    return len(word)

def shortest(words):
    lowest, chosen = None, None
    with ThreadPoolExecutor(max_workers=3) as executor:
        for word, value in zip(words, executor.map(score, words)):
            if lowest is None or value < lowest:
                lowest, chosen = value, word
                print("now", word)
    return chosen

if __name__ == "__main__":
    print(shortest(["pear", "fig", "apple", "nut", "oak", "plum"]))
