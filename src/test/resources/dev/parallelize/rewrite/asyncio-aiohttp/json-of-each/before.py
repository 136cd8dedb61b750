"""Fetch JSON items."""

import sys

import requests


def fetch_items(base, count):
    """Return the items."""
    items = []
    for number in range(count):
        response = requests.get(f"{base}/json/{number}", timeout=10)
        response.raise_for_status()
        items.append(response.json())
    return items


if __name__ == "__main__":
    print(fetch_items(sys.argv[1], 20))
