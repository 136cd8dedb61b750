import sys

import httpx


def all_pages(base, count):
    number, pages = 0, []
    with httpx.Client(base_url=base) as client:
        for _ in range(count):
            page = client.get(f"/json/{number}").json()
            pages.append(page)
            number = page["id"] + 1
    return pages


print(all_pages(sys.argv[1], 3))
