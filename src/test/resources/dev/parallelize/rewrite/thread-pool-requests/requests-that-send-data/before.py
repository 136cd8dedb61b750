import sys
from urllib.request import Request, urlopen


def send(base, events):
    sent = []
    for event in events:
        sent.append(urlopen(Request(f"{base}/events", data=event)).status)
    return sent


print(send(sys.argv[1], []))
