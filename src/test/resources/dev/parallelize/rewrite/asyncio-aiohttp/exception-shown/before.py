import requests


def fetch(urls):
    pages = []
    for url in urls:
        try:
            page = requests.get(url).text
        except requests.RequestException as error:
            page = str(error)
        pages.append(page)
    return pages


print(fetch([]))
