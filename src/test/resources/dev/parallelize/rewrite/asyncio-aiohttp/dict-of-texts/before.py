import sys

import requests


def fetch_texts(urls):
    texts = {}
    for url in urls:
        # the encoding is the server's
        r = requests.get(url)
        texts[url] = r.text
    return texts


def main():
    base = sys.argv[1]
    urls = [f"{base}/{kind}/{n}" for n in range(6) for kind in ("text", "latin", "pages")]
    for url, text in fetch_texts(urls).items():
        print(url.rsplit(":", 1)[1].partition("/")[2], repr(text))


main()
