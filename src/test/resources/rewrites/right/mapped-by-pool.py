def weight(word):
    return sum(ord(letter) for letter in word)

if __name__ == "__main__":
    words = ["alpha", "beta", "gamma", "delta", "epsilon"]
    table = {}
    for word in words:
        table[word] = weight(word)
        print(word, table[word])
# --- transformed
from multiprocessing import Pool

def weight(word):
    return sum(ord(letter) for letter in word)

if __name__ == "__main__":
    words = ["alpha", "beta", "gamma", "delta", "epsilon"]
    table = {}
    pool = Pool(2)
    try:
        for word, found in zip(words, pool.imap(weight, words)):
            table[word] = found
            print(word, found)
    finally:
        pool.close()
        pool.join()
