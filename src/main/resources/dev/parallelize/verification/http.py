"""Notes the addresses that the program's HTTP clients ask for, or lets the request for one of them fail.

The failure is a lost connection, raised where each client raises its own: handlers of the program see it as they would
see a real one. Its class has the same name in all clients, so that what leaves the program can be compared.
"""

import urllib.parse

FAILURE = "injected failure"


def install(after_import, note, failing):
    def watch(address, base):
        known = plain(address)
        if failing is None:
            note(known)
        elif known == failing:
            raise type("ConnectionFailure", (base,), {"__module__": "injected"})(FAILURE)

    after_import("requests.adapters", lambda module: watch_requests(module, watch))
    after_import("aiohttp.client", lambda module: watch_aiohttp(module, watch))


def plain(address):
    """The address without what clients spell differently."""
    return urllib.parse.unquote_plus(urllib.parse.urldefrag(str(address)).url)


def watch_requests(module, watch):
    send = module.HTTPAdapter.send

    def watched(self, request, *arguments, **options):
        watch(request.url, module.ConnectionError)
        return send(self, request, *arguments, **options)

    module.HTTPAdapter.send = watched


def watch_aiohttp(module, watch):
    request = module.ClientSession._request

    async def watched(self, method, address, *arguments, **options):
        query = options.get("params")
        known = address
        if query:
            import yarl

            known = yarl.URL(address).update_query(query)
        watch(known, module.ClientConnectionError)
        return await request(self, method, address, *arguments, **options)

    module.ClientSession._request = watched
