import after
import before
from common import outcome, same, slow_server

if __name__ == "__main__":
    with slow_server() as server:
        urls = [f"{server.url}/{number}" for number in range(40)]
        assert same(before.fetch_all, after.fetch_all, urls)[0] == "returned"
        same(before.fetch_all, after.fetch_all, [])
        assert 1 < server.most <= after.MAX_REQUESTS, server.most

        failing = urls[:3] + [f"{server.url}/missing/3"] + urls[4:]
        assert outcome(before.fetch_all, failing)[0][1] == "HTTPError"
        result, _ = outcome(after.fetch_all, failing)
        assert result[1] == "ClientResponseError" and "missing/3" in result[2], result
