import sys

import httpx


def send_all(base, events):
    sent = []
    for event in events:
        sent.append(httpx.post(f"{base}/events", json=event).status_code)
    return sent


print(send_all(sys.argv[1], []))
