import requests


def analyze(urls):
    sizes = []
    for url in urls:
        sizes.append(len(requests.get(url).text))
    return sizes


if __name__ == "__main__":
    analyze([])
