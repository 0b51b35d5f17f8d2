import type { AnyNode } from "acorn";
import { type Message, messages } from "../../../lib/message/message.ts";
import { markupOfTag } from "../../cell/kinds.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { calleeOf, filler, findCalls, findTemplates, pathOf, remarkAt, visit } from "../visit.ts";

const texts = messages("check", {
  needsNetwork: {
    en: "`{what}` needs the network, which a notebook does not have. Add the data to the catalogue and read them with `datasets.load`.",
    zh: "`{what}` 需要网络，而笔记本没有网络。请将数据加入目录，并用 `datasets.load` 读取。",
  },
  refusedAccess: {
    en: "`{what}` is refused to a notebook: it has no storage and no way out of its frame. Keep values in cells and inputs.",
    zh: "笔记本不得使用 `{what}`：它没有存储空间，也不能离开其框架。请将值保存在单元格与输入中。",
  },
  fetchedElement: {
    en: "`<{element}>` would load from the network, which a notebook cannot do. Put the content into the notebook, as SVG or as a data: URL.",
    zh: "`<{element}>` 须从别处获取，而笔记本做不到。请将其内容放入笔记本，用 SVG 或 data: 地址。",
  },
});

const network = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "importScripts",
];
/** The browser's storage interfaces. */
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
  summary: "No cell asks for the network or for the browser's storage, which the sandbox of a notebook refuses.",
  check: (subject) => subject.cells.flatMap((cell) => [...findAccess(cell, subject), ...findAddresses(cell)]),
};

function say(what: string): Message {
  return network.includes(what) || what.startsWith("d3.")
    ? texts.needsNetwork({ what })
    : texts.refusedAccess({ what });
}

/** Uses of browser names and properties that are blocked. */
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

/** Images, scripts and styles that HTML or Markdown would fetch. Links do not count: the reader follows them. */
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
            texts.fetchedElement({ element: element.toLowerCase() }),
            offset + index,
            offset + index + match.length,
          ),
        ),
    );
}
