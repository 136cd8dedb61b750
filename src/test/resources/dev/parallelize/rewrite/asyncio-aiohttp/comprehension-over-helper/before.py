import sys

import requests

TIMEOUT = (3, 10)


def fetch(url, token="secret"):
    """Fetch one page."""
    headers = {"X-Token": token}
    try:
        response = requests.get(url, params={"q": "a b", "n": 3}, headers=headers, timeout=TIMEOUT)
        response.raise_for_status()
    except requests.HTTPError:
        return None
    except requests.exceptions.RequestException:
        return "down"
    return response.json()


def load(urls):
    return [fetch(url) for url in urls if url]


if __name__ == "__main__":
    base = sys.argv[1]
    pages = load([f"{base}/headers/1", "", f"{base}/status/500", "http://127.0.0.1:9/", f"{base}/headers/2"])
    print(pages)
    print(fetch(f"{base}/json/7"))
