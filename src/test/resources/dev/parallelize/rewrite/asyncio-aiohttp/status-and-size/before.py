import sys
import requests


def check(session_name, urls):
    report = []
    for i, url in enumerate(urls):
        resp = requests.get(url, timeout=5)
        ok = resp.ok
        report.append((i, session_name, resp.status_code, ok, len(resp.content), resp.headers["Content-Type"]))
    return report


base = sys.argv[1]
print(check("nightly", [base + "/json/%d" % n for n in range(9)] + [base + "/status/503"]))
