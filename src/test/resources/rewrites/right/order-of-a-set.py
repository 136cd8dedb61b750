def length(word):
    return len(word)

if __name__ == "__main__":
    words = {"one", "three", "seventeen", "four", "eleven"}
    for word in words:
        print(word, length(word))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def length(word):
    return len(word)

if __name__ == "__main__":
    words = {"one", "three", "seventeen", "four", "eleven"}
    with ProcessPoolExecutor() as executor:
        for word, found in zip(words, executor.map(length, words)):
            print(word, found)
