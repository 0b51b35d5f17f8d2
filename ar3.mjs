import fs from "node:fs";
import { Session } from "node:inspector";
import vm from "node:vm";
import { tableFromIPC } from "apache-arrow";

const s = new Session();
s.connect();
s.post("Profiler.enable");
s.post("Profiler.start");
const b = fs.readFileSync(process.argv[2]);
globalThis.f = () => tableFromIPC(b);
try {
  vm.runInThisContext("f()", { timeout: 1500 });
} catch (e) {
  console.log(e.message);
}
s.post("Profiler.stop", (e, { profile }) => {
  const m = new Map(profile.nodes.map((n) => [n.id, n]));
  const parent = new Map();
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const top = profile.nodes.toSorted((a, b) => b.hitCount - a.hitCount)[0];
  let n = top.id;
  while (n) {
    const c = m.get(n).callFrame;
    console.log(c.functionName, c.url.split("/").slice(-3).join("/"), c.lineNumber);
    n = parent.get(n);
  }
});
