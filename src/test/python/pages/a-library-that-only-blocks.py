import after
import before
from common import same, slow_server

if __name__ == "__main__":
    with slow_server() as server:
        urls = [f"{server.url}/{number}" for number in range(40)]
        assert same(before.sizes, after.sizes, urls)[0] == "returned"
        same(before.sizes, after.sizes, [])
        assert 1 < server.most <= after.MAX_THREADS, server.most
        failing = urls[:2] + [f"{server.url}/missing/2"] + urls[3:]
        assert same(before.sizes, after.sizes, failing)[0] == "raised"
