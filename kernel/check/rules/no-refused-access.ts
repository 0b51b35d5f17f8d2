import type { AnyNode } from "acorn";
import { markupOfTag } from "../../cell/kinds.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { calleeOf, filler, findCalls, findTemplates, pathOf, remarkAt, visit } from "../visit.ts";

const network = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "importScripts",
];
/** Where a browser keeps what pages store. */
export const storage = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];
const windows = ["window", "globalThis", "self"];
const paths = [
  "navigator.sendBeacon",
  "navigator.serviceWorker",
  "navigator.storage",
  "document.cookie",
  "window.open",
];
const readers = ["csv", "json", "tsv", "text", "dsv", "xml", "html", "svg", "blob", "buffer", "image"].map(
  (name) => `d3.${name}`,
);

export const noRefusedAccess: Rule = {
  name: "no-refused-access",
  severity: "error",
  summary: "No cell asks for the network or for the browser's storage, which the fence around a notebook refuses.",
  check: (subject) => subject.cells.flatMap((cell) => [...findAccess(cell, subject), ...findAddresses(cell)]),
};

function say(what: string): string {
  return network.includes(what) || what.startsWith("d3.")
    ? `\`${what}\` needs the network, which a notebook does not have. Add the data to the catalogue and read them with \`datasets.load\`.`
    : `\`${what}\` is refused to a notebook: it has no storage and no way out of its frame. Keep values in cells and inputs.`;
}

/** Names and properties of the browser that are refused. */
function findAccess(cell: CheckedCell, { graph }: Subject): Remark[] {
  const found: Remark[] = [];
  for (const { name, start, end } of cell.syntax?.free ?? []) {
    if ((network.includes(name) || storage.includes(name)) && !graph.definers.has(name)) {
      found.push(remarkAt(cell, say(name), start, end));
    }
  }
  visit(cell, (node, { freeAt }) => {
    if (node.type !== "MemberExpression" || !freeAt.has(node.start)) return;
    const path = pathOf(node);
    const [root = "", property = ""] = path.split(".");
    const isOfWindow = windows.includes(root) && (network.includes(property) || storage.includes(property));
    if (path.split(".").length === 2 && (isOfWindow || paths.includes(path))) {
      found.push(remarkAt(cell, say(isOfWindow ? property : path), node.start, node.end));
    }
  });
  for (const { call } of findCalls(cell)) {
    const callee = calleeOf(call);
    const [address] = call.arguments as AnyNode[];
    if (!readers.includes(callee) || !isText(address)) continue;
    found.push(remarkAt(cell, say(callee), call.start, call.end));
  }
  return found;
}

function isText(node: AnyNode | undefined): boolean {
  return node?.type === "TemplateLiteral" || (node?.type === "Literal" && typeof node.value === "string");
}

/** Pictures, scripts and styles that HTML or Markdown would fetch. A link is followed by the reader, and is none of them. */
const fetched =
  /<(img|script|iframe|audio|video|source|embed|object|link)\b[^>]*?\s(?:src|href|data)\s*=\s*["']?(?:https?:)?\/\/[^\s"'>]*|!\[[^\]]*\]\((?:https?:)?\/\/[^)\s]*/gi;

function findAddresses(cell: CheckedCell): Remark[] {
  return findTemplates(cell)
    .filter(({ tag }) => tag === "svg" || markupOfTag(tag))
    .flatMap(({ text, offset }) =>
      [...text.matchAll(fetched)]
        .filter(([match]) => !match.includes(filler))
        .map(({ 0: match, 1: element = "img", index }) =>
          remarkAt(
            cell,
            `\`<${element.toLowerCase()}>\` would be fetched from elsewhere, which a notebook cannot. Put what it shows into the notebook, as SVG or as a data: address.`,
            offset + index,
            offset + index + match.length,
          ),
        ),
    );
}
