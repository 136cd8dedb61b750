import os

import requests

PORT = os.environ.get("BENCHMARK_PORT", "80")


def fetch(urls):
    lengths = []
    for url in urls:
        response = requests.get(url, timeout=10)
        response.raise_for_status()
        lengths.append(len(response.text))
    return lengths


def main():
    return fetch([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)])
