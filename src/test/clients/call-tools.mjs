// Calls all four tools with a client of the TypeScript SDK and prints what came back as one line of JSON.
//
// Usage: call-tools.mjs first|legacy|auto PROGRAM http URL
//        call-tools.mjs first|legacy|auto PROGRAM stdio COMMAND [ARGUMENT...]
//
// "first" is the SDK's first generation, the others are modes of the second. The client checks each answer against the
// tool's output schema. The program is verified against itself, for speed.

import assert from 'node:assert';
import { readFileSync } from 'node:fs';

const [mode, program, transport, ...target] = process.argv.slice(2);
const source = readFileSync(program, 'utf8');

async function connected() {
  const first = mode === 'first';
  const sdk = await import(
    first ? '@modelcontextprotocol/sdk/client/index.js' : '@modelcontextprotocol/client');
  const http = first ? await import('@modelcontextprotocol/sdk/client/streamableHttp.js') : sdk;
  const stdio = await import(
    first ? '@modelcontextprotocol/sdk/client/stdio.js' : '@modelcontextprotocol/client/stdio');
  const client = new sdk.Client(
    { name: 'call-tools', version: '1' }, first ? {} : { versionNegotiation: { mode } });
  await client.connect(
    transport === 'http'
      ? new http.StreamableHTTPClientTransport(new URL(target[0]))
      : new stdio.StdioClientTransport({ command: target[0], args: target.slice(1) }));
  return client;
}

async function call(client, name, given, options) {
  const request = { name, arguments: given };
  const result =
    mode === 'first'
      ? await client.callTool(request, undefined, options)
      : await client.callTool(request, options);
  assert(!result.isError, JSON.stringify(result));
  assert.deepStrictEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
}

async function use(client) {
  const progress = [];
  const tools = (await client.listTools()).tools.map(tool => tool.name);
  const pages = (await client.listResources()).resources.length;
  const candidateId = (await call(client, 'analyze', { source })).candidates[0].id;
  const classified = await call(client, 'classify', { source, candidateIds: [candidateId] });
  const transformed =
    await call(client, 'transform', { source, candidateId, strategy: 'process-pool' });
  const verified = await call(
    client,
    'verify',
    { original: { source }, transformed: { source }, options: { repeats: 1 } },
    { onprogress: step => progress.push(step.progress), timeout: 120_000 });
  return {
    protocol: mode === 'first' ? '2025-11-25' : client.getNegotiatedProtocolVersion(),
    tools,
    pages,
    analyze: candidateId,
    classify: classified.classifications[0].candidateId,
    transform: transformed.status,
    verify: verified.verdict,
    progress: progress.length > 0 && progress.every((step, i) => i === 0 || step > progress[i - 1]),
  };
}

const client = await connected();
console.log(JSON.stringify(await use(client)));
await client.close();
process.exit(0);
