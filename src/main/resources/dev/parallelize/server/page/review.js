"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const state = { source: "", candidates: [], chosen: null, code: null };
  const EXAMPLE = `def is_prime(number):
    return number > 1 and all(number % k for k in range(2, int(number**0.5) + 1))


def count_primes(limit):
    found = []
    for number in range(limit):
        if is_prime(number):
            found.append(number)
    return found


def smooth(values):
    level = 0.0
    levels = []
    for value in values:
        level = 0.9 * level + 0.1 * value
        levels.append(level)
    return levels


if __name__ == "__main__":
    print(len(count_primes(200_000)), smooth([1.0, 2.0, 3.0])[-1])
`;
  const CHECKS = ["output-matches", "no-race-conditions", "exceptions-handled", "resources-cleaned-up",
    "worker-count-bounded", "imports-added"];

  /* Elements are built from text alone: nothing that a program contains is ever read as markup. */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "class") made.className = value;
      else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== null) made.setAttribute(key, value);
    }
    made.append(...children.map((c) => (c instanceof Node ? c : document.createTextNode(String(c)))));
    return made;
  }

  function show(id, visible = true) { $(id).hidden = !visible; }

  function tell(text) { $("status").textContent = text; }

  function fail(error) {
    tell("");
    const place = error.line ? ` (line ${error.line}${error.column ? `, column ${error.column}` : ""})` : "";
    $("problem").textContent = `${error.message || error}${place}${error.hint ? " " + error.hint : ""}`;
    show("problem");
  }

  /* ---- the server, over HTTP ------------------------------------------------------------------------------------ */

  const VERSION = "2026-07-28";
  const KEY = "io.modelcontextprotocol/";
  let token = "";
  let calls = 0;

  async function overHttp(name, args, heard) {
    const id = ++calls;
    const meta = {
      [KEY + "protocolVersion"]: VERSION,
      [KEY + "clientInfo"]: { name: "review-page", version: "1" },
      [KEY + "clientCapabilities"]: {},
    };
    if (heard) meta.progressToken = id;
    const answer = await fetch("/mcp", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Accept": "application/json, text/event-stream",
        "MCP-Protocol-Version": VERSION,
        "Mcp-Method": "tools/call",
        "Mcp-Name": name,
        ...(token ? { Authorization: "Bearer " + token } : {}),
      },
      body: JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name, arguments: args, _meta: meta } }),
    });
    if (answer.status === 401) {
      const given = window.prompt("This server wants its token:");
      if (!given) throw new Error("The server wants a token.");
      token = given.trim();
      return overHttp(name, args, heard);
    }
    const streamed = (answer.headers.get("Content-Type") || "").startsWith("text/event-stream");
    for await (const message of streamed ? events(answer.body) : [await answer.json()]) {
      if (message.method === "notifications/progress" && heard) heard(message.params);
      if (message.id === id && message.error) throw new Error(message.error.message);
      if (message.id === id) return message.result;
    }
    throw new Error("The server ended the call without an answer.");
  }

  async function* events(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      rest += value || "";
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const data = block.split(/\r?\n/).filter((l) => l.startsWith("data:")).map((l) => l.slice(5).trim()).join("\n");
        if (data) yield JSON.parse(data);
      }
      if (done) return;
    }
  }

  /* ---- the server, through the host that shows this page (MCP Apps) --------------------------------------------- */

  const embedded = window.parent !== window;
  const waiting = new Map();

  function ask(method, params) {
    const id = ++calls;
    window.parent.postMessage({ jsonrpc: "2.0", id, method, params }, "*");
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  function heardFromHost(event) {
    const message = event.data;
    if (event.source !== window.parent || !message || message.jsonrpc !== "2.0") return;
    if (waiting.has(message.id)) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.method === "ui/notifications/tool-input") {
      const args = message.params.arguments || {};
      const text = args.source || (args.original && args.original.source);
      if (text) open(text);
    } else if (message.method === "ui/notifications/tool-result") {
      shown(message.params.structuredContent || {});
    }
  }

  /** What the host's own call answered. */
  function shown(answer) {
    if (answer.candidates) found(answer.candidates);
    if (answer.status) rewritten(answer);
    if (answer.verdict && answer.checklist) proved(answer);
  }

  async function greetHost() {
    window.addEventListener("message", heardFromHost);
    await ask("ui/initialize", {
      protocolVersion: "2026-01-26",
      appInfo: { name: "python-parallelization", version: "1" },
      appCapabilities: {},
    });
    window.parent.postMessage({ jsonrpc: "2.0", method: "ui/notifications/initialized", params: {} }, "*");
    new ResizeObserver(() => window.parent.postMessage({
      jsonrpc: "2.0", method: "ui/notifications/size-changed",
      params: { width: document.body.scrollWidth, height: document.body.scrollHeight },
    }, "*")).observe(document.body);
  }

  async function call(name, args, heard) {
    show("problem", false);
    const result = embedded ? await ask("tools/call", { name, arguments: args }) : await overHttp(name, args, heard);
    const content = result.structuredContent || JSON.parse(result.content[0].text);
    if (content.error) throw content.error;
    return content;
  }

  /** Runs a step with its button held, and tells what went wrong. */
  async function step(button, text, work) {
    $(button).disabled = true;
    tell(text);
    try { await work(); } catch (error) { fail(error); } finally { $(button).disabled = false; }
  }

  /* ---- program ---------------------------------------------------------------------------------------------------- */

  function open(text) {
    $("source").value = text;
    edit();
  }

  function edit() {
    show("source"); show("listing", false); show("edit", false);
    for (const id of ["decision", "rewrite", "proof"]) show(id, false);
    $("candidates").replaceChildren();
    tell("");
  }

  function listing() {
    const rows = [];
    const lines = state.source.split(/\r\n|\r|\n/);
    lines.forEach((text, index) => {
      const line = index + 1;
      const around = state.candidates.filter((c) => c.location.startLine <= line && line <= c.location.endLine)
        .sort((a, b) => b.location.startLine - a.location.startLine);
      const within = state.chosen && state.chosen.location.startLine <= line && line <= state.chosen.location.endLine;
      rows.push(element("tr", { class: (around[0] ? around[0].verdict : "") + (within ? " chosen" : ""), "data-line": line },
        element("td", { class: "number" }, line), element("td", {}, text)));
      const hazards = (state.chosen ? state.chosen.hazards : []).filter((h) => h.line === line && h.severity !== "advice");
      for (const hazard of hazards) {
        rows.push(element("tr", { class: "note" }, element("td", { class: "number" }, "▲"),
          element("td", {}, element("b", {}, hazard.kind), ` (${hazard.severity}): ${hazard.message}`)));
      }
    });
    $("listing").replaceChildren(element("table", {}, element("tbody", {}, ...rows)));
    show("listing"); show("source", false); show("edit");
  }

  /* ---- steps ------------------------------------------------------------------------------------------------------ */

  async function analyze() {
    state.source = $("source").value;
    const answer = await call("analyze", { source: state.source, limit: 1000 });
    found(answer.candidates);
  }

  function found(candidates) {
    state.source = $("source").value;
    state.candidates = candidates;
    state.chosen = null;
    for (const id of ["decision", "rewrite", "proof"]) show(id, false);
    const count = (verdict) => candidates.filter((c) => c.verdict === verdict).length;
    tell(candidates.length
      ? `${count("parallelizable")} parallelizable, ${count("conditional")} conditional, ${count("sequential")} sequential.`
      : "There is no loop, comprehension or sequence of calls to look at.");
    $("candidates").replaceChildren(...candidates.map((candidate) => element("li", {},
      element("button", { type: "button", class: candidate.verdict, "aria-pressed": "false", "data-id": candidate.id,
        onclick: () => choose(candidate) },
      element("b", {}, candidate.verdict), ` ${candidate.id}, line ${candidate.location.startLine}`,
      element("small", {}, candidate.summary)))));
    listing();
  }

  async function choose(candidate) {
    state.chosen = candidate;
    for (const button of $("candidates").querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.id === candidate.id));
    }
    listing();
    const row = $("listing").querySelector(`[data-line="${candidate.location.startLine}"]`);
    if (row) row.scrollIntoView({ block: "nearest" });
    for (const id of ["decision", "rewrite", "proof"]) show(id, false);
    try {
      const answer = await call("classify", { source: state.source, candidateIds: [candidate.id] });
      if (state.chosen === candidate) decided(answer.classifications[0]);
    } catch (error) { fail(error); }
  }

  function decided(one) {
    $("path").replaceChildren(...one.decisionPath.map((q) =>
      element("li", {}, q.question, " ", element("b", {}, q.answer))));
    const usable = one.strategies.filter((s) => s.applicable);
    $("strategy").replaceChildren(...usable.map((s) =>
      element("option", { value: s.id }, s.id + (s.recommended ? " (recommended)" : ""))));
    $("transform").disabled = usable.length === 0;
    $("strategy").disabled = usable.length === 0;
    reason(one);
    $("strategy").onchange = () => reason(one);
    show("decision");
  }

  function reason(one) {
    const chosen = one.strategies.find((s) => s.id === $("strategy").value && s.applicable);
    const parts = [element("p", {}, element("b", {}, one.workload), `, confidence ${Math.round(one.confidence * 100)} %`)];
    if (chosen) {
      parts.push(element("p", {}, chosen.reason));
      if (chosen.expectedSpeedup) {
        const e = chosen.expectedSpeedup;
        parts.push(element("p", {}, `Expected with ${e.atWorkers} workers: ${e.likely.toFixed(1)} times as fast (${e.low.toFixed(1)} to ${e.high.toFixed(1)}).`));
      }
      parts.push(element("ul", {}, ...chosen.caveats.map((c) => element("li", {}, c))));
    } else {
      parts.push(element("p", {}, "No strategy applies:"));
      parts.push(element("ul", {}, ...one.strategies.slice(0, 6).map((s) => element("li", {}, `${s.id}: ${s.reason}`))));
    }
    $("reason").replaceChildren(...parts);
  }

  async function transform() {
    rewritten(await call("transform", { source: state.source, candidateId: state.chosen.id, strategy: $("strategy").value }));
    tell("");
  }

  function rewritten(answer) {
    show("rewrite"); show("proof", false);
    state.code = answer.code || null;
    $("verify").disabled = $("copy").disabled = !state.code;
    const notes = state.code
      ? [...answer.changes, ...(answer.warnings || [])]
      : ["Refused.", ...(answer.hazards || []).map((h) => `line ${h.line}: ${h.kind}: ${h.message}`), ...(answer.whatWouldHelp || [])];
    $("changes").replaceChildren(...notes.map((n) => element("li", {}, n)));
    $("diff").replaceChildren(state.code ? sideBySide(answer.diff || "") : "");
  }

  /** A unified diff as two columns. */
  function sideBySide(diff) {
    const rows = [];
    let removed = [], added = [];
    const flush = () => {
      for (let i = 0; i < Math.max(removed.length, added.length); i++) {
        rows.push(element("tr", {},
          element("td", { class: i < removed.length ? "removed" : "" }, removed[i] ?? ""),
          element("td", { class: i < added.length ? "added" : "" }, added[i] ?? "")));
      }
      removed = []; added = [];
    };
    let body = false;
    for (const line of diff.split("\n")) {
      const text = line.slice(1).replace(/\r$/, "");
      if (line.startsWith("@@")) {
        flush(); body = true;
        rows.push(element("tr", { class: "gap" }, element("td", { colspan: "2" }, line)));
      } else if (!body || line.startsWith("\\") || line === "") continue;
      else if (line.startsWith("-")) removed.push(text);
      else if (line.startsWith("+")) added.push(text);
      else { flush(); rows.push(element("tr", {}, element("td", {}, text), element("td", {}, text))); }
    }
    flush();
    return element("table", {}, element("tbody", {}, ...rows));
  }

  async function verify() {
    show("proof");
    $("verdict").textContent = "";
    $("speedup").replaceChildren();
    $("progress").removeAttribute("value");
    $("checks").replaceChildren(...CHECKS.map((c) => element("li", { "data-check": c }, c, element("small", {}, "…"))));
    $("proof").scrollIntoView({ block: "nearest" });
    const answer = await call("verify", {
      original: { source: state.source }, transformed: { source: state.code }, options: { network: "loopback" },
    }, (p) => { $("progress").value = p.progress; $("doing").textContent = p.message || ""; });
    proved(answer);
    tell("");
  }

  function proved(answer) {
    show("proof");
    $("progress").value = 1;
    $("doing").textContent = "";
    $("verdict").replaceChildren(element("b", {}, answer.verdict), ": ", answer.summary || "");
    $("checks").replaceChildren(...answer.checklist.map((c) => element("li", { class: c.status, "data-check": c.item },
      element("b", {}, `${{ pass: "✓", fail: "✗", unknown: "?" }[c.status]} ${c.item}`),
      element("small", {}, (c.evidence || []).join(" ")))));
    if (answer.speedup) $("speedup").replaceChildren(chart(answer.speedup));
  }

  /** Measured and projected speedup as bars. */
  function chart(speedup) {
    const bars = [{ workers: speedup.workers, ratio: speedup.ratio, kind: "measured" },
      ...speedup.projected.map((p) => ({ ...p, kind: "projected" }))];
    const most = Math.max(1, ...bars.map((b) => b.ratio));
    const svg = (name, attributes, ...children) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [k, v] of Object.entries(attributes)) made.setAttribute(k, v);
      made.append(...children);
      return made;
    };
    const picture = svg("svg", { viewBox: `0 0 460 ${bars.length * 28 + 10}`, width: "460", role: "img",
      "aria-label": `Measured: ${speedup.ratio.toFixed(2)} times as fast with ${speedup.workers} workers` });
    bars.forEach((bar, i) => {
      const width = Math.max(1, (bar.ratio / most) * 260);
      picture.append(svg("text", { x: 0, y: i * 28 + 19 }, `${bar.workers} workers`),
        svg("rect", { x: 90, y: i * 28 + 4, width, height: 20, class: bar.kind }),
        svg("text", { x: 96 + width, y: i * 28 + 19 }, `${bar.ratio.toFixed(2)} × ${bar.kind}`));
    });
    return element("figure", {}, picture, element("figcaption", {},
      `${speedup.sequentialSeconds.toFixed(2)} s before, ${speedup.parallelSeconds.toFixed(2)} s after; ` +
      `interval ${speedup.low.toFixed(2)} to ${speedup.high.toFixed(2)}.`));
  }

  /* ---- links: the program travels in the fragment, which browsers do not send ------------------------------------- */

  async function pack(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  async function unpack(text) {
    const letters = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(letters, (l) => l.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  }

  async function share() {
    const program = await pack(JSON.stringify({ source: $("source").value, candidate: state.chosen && state.chosen.id }));
    history.replaceState(null, "", "#" + program);
    try {
      await navigator.clipboard.writeText(location.href);
      tell("The link is copied; it holds the program itself.");
    } catch (error) { tell("The address bar now holds the link."); }
  }

  async function opened() {
    if (location.hash.length < 2) return;
    try {
      const shared = JSON.parse(await unpack(location.hash.slice(1)));
      open(shared.source);
      await step("analyze", "Reading the program…", analyze);
      const candidate = state.candidates.find((c) => c.id === shared.candidate);
      if (candidate) await choose(candidate);
    } catch (error) { fail(new Error("This link holds no program.")); }
  }

  /* ---- events ----------------------------------------------------------------------------------------------------- */

  $("analyze").onclick = () => step("analyze", "Reading the program…", analyze);
  $("transform").onclick = () => step("transform", "Rewriting…", transform);
  $("verify").onclick = () => step("verify", "Running both versions…", verify);
  $("edit").onclick = () => { edit(); $("source").focus(); };
  $("example").onclick = () => open(EXAMPLE);
  $("share").onclick = share;
  $("copy").onclick = async () => { await navigator.clipboard.writeText(state.code); tell("The new file is copied."); };
  $("file").onchange = async (event) => {
    const file = event.target.files[0];
    if (file) open(await file.text());
  };
  $("candidates").onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...$("candidates").querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (next) { next.focus(); event.preventDefault(); }
  };
  $("source").onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("analyze").click();
  };
  if (embedded) greetHost().catch(fail);
  else opened();
})();
