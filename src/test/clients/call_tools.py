"""Call all four tools with the Python SDK's client and print what came back as one line of JSON.

Usage: call_tools.py legacy|auto PROGRAM http URL
       call_tools.py legacy|auto PROGRAM stdio COMMAND [ARGUMENT...]

The client checks each answer against the tool's output schema. The program is verified against itself, for speed.
"""

import asyncio
import json
import sys
from pathlib import Path

from mcp import Client, StdioServerParameters


async def call(client, tool, arguments, heard=None):
    async def hear(progress, total, message):
        heard.append(progress)

    result = await client.call_tool(tool, arguments, progress_callback=hear if heard is not None else None)
    assert not result.is_error, result
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


async def use(client, source):
    progress = []
    candidate = (await call(client, "analyze", {"source": source}))["candidates"][0]["id"]
    classified = await call(client, "classify", {"source": source, "candidateIds": [candidate]})
    transformed = await call(
        client, "transform", {"source": source, "candidateId": candidate, "strategy": "process-pool"}
    )
    verified = await call(
        client,
        "verify",
        {
            "original": {"source": source},
            "transformed": {"source": source},
            "options": {"repeats": 1},
        },
        progress,
    )
    return {
        "protocol": client.protocol_version,
        "tools": [tool.name for tool in (await client.list_tools()).tools],
        "pages": len((await client.list_resources()).resources),
        "analyze": candidate,
        "classify": classified["classifications"][0]["candidateId"],
        "transform": transformed["status"],
        "verify": verified["verdict"],
        "progress": len(progress) > 0 and progress == sorted(progress),
    }


async def main(mode, program, transport, target):
    server = target[0] if transport == "http" else StdioServerParameters(command=target[0], args=target[1:])
    async with Client(server, mode=mode) as client:
        print(json.dumps(await use(client, Path(program).read_text(encoding="utf-8"))))


asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
