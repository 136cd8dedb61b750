import requests


def send(urls):
    answers = []
    for url in urls:
        answers.append(requests.post(url, json={"a": 1}).status_code)
    return answers


if __name__ == "__main__":
    print(send([]))
