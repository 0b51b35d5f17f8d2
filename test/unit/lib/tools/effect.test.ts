import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript6";
import { describe, expect, it } from "vitest";
import { effectOf, isHarmless } from "../../../../lib/tool/effect.ts";
import { tools } from "../../../../lib/tools.ts";
import { parsedSource } from "../../suite/parsed-source.ts";

const root = join(import.meta.dirname, "../../../..");

/** Globals by which code reaches files, a network, storage, other realms or a page. */
const reaching: ReadonlySet<string> = new Set(
  "fetch XMLHttpRequest WebSocket WebTransport EventSource RTCPeerConnection Worker SharedWorker BroadcastChannel MessageChannel indexedDB localStorage sessionStorage caches cookieStore navigator location document window self globalThis top parent opener process require importScripts postMessage eval Function".split(
    " ",
  ),
);

const anyReaching = new RegExp(`\\b(?:${[...reaching].join("|")})\\b`);

/** The globals of the list that a source names, but as names of fields, and not where it declares them itself. */
function reachedIn(path: string, source: string): string[] {
  if (!anyReaching.test(source)) return [];
  const file = parsedSource(path, source);
  const named = new Set<string>();
  const own = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && reaching.has(node.text)) {
      const { parent } = node;
      const isField =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isPropertySignature(parent) ||
        ts.isPropertyDeclaration(parent) ||
        ts.isMethodDeclaration(parent) ||
        ts.isGetAccessor(parent) ||
        ts.isMethodSignature(parent) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      if (
        (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) &&
        parent.name === node
      )
        own.add(node.text);
      else if (!isField) named.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...named].filter((name) => !own.has(name)).map((name) => `${path}: ${name}`);
}

describe("The effect of a tool", () => {
  it("is to read exactly if it is given the means to read datasets", () => {
    const reads = (tool: (typeof tools)[number]) => tool.run.length >= 3;
    expect(tools.filter((tool) => reads(tool) !== (effectOf(tool) === "read")).map(({ name }) => name)).toEqual([]);
    expect(tools.some(reads)).toBe(true);
    expect(tools.every(isHarmless)).toBe(true);
  });

  it("is nothing else, since no code of the library names what reaches out of it", () => {
    const paths = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join("lib", path));
    expect(paths.length).toBeGreaterThan(500);
    // The box in which a notebook keeps the source of chance of its realm is read, not what lies outside of it.
    const known = ["lib/numeric/realm-random.ts: globalThis"];
    expect(paths.flatMap((path) => reachedIn(path, readFileSync(join(root, path), "utf8")))).toEqual(known);
    expect(reachedIn("a.ts", 'export const send = () => fetch("/x");')).toEqual(["a.ts: fetch"]);
  });

  it("is what the tool declares, if it declares one", () => {
    expect(effectOf({ effect: "act", datasets: ["population"] })).toBe("act");
    expect(isHarmless({ effect: "act" })).toBe(false);
    expect(effectOf({})).toBe("compute");
  });
});
