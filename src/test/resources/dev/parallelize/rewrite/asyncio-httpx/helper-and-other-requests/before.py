import sys

import httpx


def load_item(client: httpx.Client, number: int) -> dict:
    response = client.get(f"/json/{number}")
    response.raise_for_status()
    return response.json()


def report(base: str, numbers: list[int]) -> tuple[int, list[dict]]:
    client = httpx.Client(base_url=base, follow_redirects=True)
    first = client.get("/moved/1").json()["id"]
    items = []
    for number in numbers:
        items.append(load_item(client, number))
    client.close()
    return first, items


if __name__ == "__main__":
    print(report(sys.argv[1], [1, 2, 3]))
