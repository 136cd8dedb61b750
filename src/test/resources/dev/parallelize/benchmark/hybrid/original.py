import os

import requests

PORT = os.environ.get("BENCHMARK_PORT", "80")


def score(text):
    total = 0
    for k in range(40_000):
        total = (total * 31 + len(text) * k) % 10_007
    return total


def scores(urls):
    found = []
    for url in urls:
        response = requests.get(url, timeout=10)
        found.append(score(response.text))
    return found


def main():
    return scores([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)])
