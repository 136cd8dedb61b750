// Runs one Python program in Pyodide, with this machine's folders readable under their own names.
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const OWN = ["bin", "dev", "lib", "proc", "sys"];
const { loadPyodide } = await import(pathToFileURL(resolve(process.env.PYODIDE, "pyodide.mjs")));
const [script, ...rest] = process.argv.slice(2);
const python = await loadPyodide();
for (const entry of readdirSync("/", { withFileTypes: true })) {
  if (entry.isDirectory() && !OWN.includes(entry.name)) {
    python.FS.mkdirTree("/host/" + entry.name);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: "/" + entry.name }, "/host/" + entry.name);
  }
}
const code = script === "-c" ? rest.shift() : readFileSync(script, "utf8");
python.globals.set("arguments_", [script, ...rest]);
python.runPython(`
import builtins, sys
sys.argv = list(arguments_.to_py())
open_here_ = builtins.open
def open_host_(file, *args, **kwargs):
    host = isinstance(file, str) and file.startswith("/")
    return open_here_("/host" + file if host else file, *args, **kwargs)
builtins.open = open_host_
`);
python.runPython(code + "\n", { filename: script });
