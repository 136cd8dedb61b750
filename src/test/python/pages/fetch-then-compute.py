import after
import before
from common import outcome, same, slow_server

if __name__ == "__main__":
    with slow_server() as server:
        urls = [f"{server.url}/{number}" for number in range(30)]
        assert same(before.analyze, after.analyze, urls)[0] == "returned"
        same(before.analyze, after.analyze, [])
        assert 1 < server.most <= after.MAX_REQUESTS, server.most
        result, _ = outcome(after.analyze, [f"{server.url}/missing/5", *urls])
        assert result[1] == "ClientResponseError" and "missing/5" in result[2], result
