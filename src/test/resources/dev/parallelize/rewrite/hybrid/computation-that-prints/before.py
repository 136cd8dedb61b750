import requests


def score(text):
    total = 0
    for _ in range(2000):
        for letter in text:
            total += ord(letter)
    print("scored", len(text))
    return total


def analyze(urls):
    scores = []
    for url in urls:
        text = requests.get(url).text
        scores.append(score(text))
    return scores


if __name__ == "__main__":
    analyze([])
