import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { inertMarkup } from "../../kernel/markup/inert.ts";
import { armed, hostileMarkup, hostileTrees } from "../unit/markup/hostile-markup.ts";

// A parser as browsers have it.
const { window } = new JSDOM("", { virtualConsole: new VirtualConsole() });

/** So many documents are open at once. */
const TOGETHER = 40;

/** The documents that the probe serves, by address, and the payloads that reached it. */
const documents = new Map<string, string>();
const reached = new Set<string>();
let server: Server;
let port: number;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? "").split(/[?#]/)[0]!;
    if (path.startsWith("/hit/")) reached.add(path.slice("/hit/".length).split("/").slice(0, 2).join("/"));
    response.setHeader("Content-Type", path.startsWith("/doc/") ? "text/html; charset=utf-8" : "text/css");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end(documents.get(path) ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});

test.afterAll(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** Presses and focuses all that stands in a document, again and again. */
const press = `<script>{
  const press = () => { for (const element of document.querySelectorAll("body *")) {
    element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    element.focus?.();
  } };
  addEventListener("load", () => { press(); setInterval(press, 250); });
}</script>`;

function serve(kind: string, i: number, markup: (address: string) => string): string {
  const path = `/doc/${kind}/${i}`;
  const body = markup(addressOf(kind, i));
  documents.set(path, `<!doctype html><html><head>${press}</head><body>${body}</body></html>`);
  return path;
}

function addressOf(kind: string, i: number): string {
  return `http://127.0.0.1:${port}/hit/${kind}/${i}`;
}

/** What is left of hostile markup, each of it once: most of it comes to the same. */
class Cleaned {
  readonly paths: string[] = [];
  readonly #seen = new Set<string>();

  add(markup: (address: string) => string): void {
    const left = markup(addressOf("clean", 0));
    if (this.#seen.has(left)) return;
    this.#seen.add(left);
    this.paths.push(serve("clean", this.paths.length, markup));
  }
}

function linkedom(markup: string): Element {
  return parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.body as unknown as Element;
}

function standard(markup: string): Element {
  const { body } = window.document.implementation.createHTMLDocument();
  body.innerHTML = markup;
  return body;
}

/** Two lists as one, each spread evenly. */
function mixed(...lists: readonly (readonly string[])[]): string[] {
  const placed = lists.flatMap((list) => list.map((path, i) => ({ path, at: i / list.length })));
  return placed.sort((a, b) => a.at - b.at).map(({ path }) => path);
}

test("no hostile markup runs or loads once it is written anew, and all of it does before", async ({ page }) => {
  test.setTimeout(300_000);
  const clean = new Cleaned();
  const raw: string[] = [];
  for (const [i, markup] of hostileMarkup.entries()) {
    // Read by the parser that notebooks have in Node, and as browsers read; written once, and once more.
    clean.add((address) => inertMarkup(linkedom(armed(markup, address))));
    clean.add((address) => inertMarkup(standard(armed(markup, address))));
    clean.add((address) => inertMarkup(linkedom(inertMarkup(linkedom(armed(markup, address))))));
    raw.push(serve("raw", i, (address) => armed(markup, address)));
  }
  for (const [i, make] of hostileTrees.entries()) {
    const tree = (address: string): Element => {
      const { document } = parseHTML("<!doctype html><html><body></body></html>");
      const element = make(document as unknown as Document);
      const text = element.querySelector("*") ?? element;
      if (text.firstChild?.nodeType === 8)
        (text.firstChild as Comment).data = armed(text.textContent || (text.firstChild as Comment).data, address);
      else text.textContent = armed(text.textContent ?? "", address);
      document.body.append(element as never);
      return document.body as unknown as Element;
    };
    clean.add((address) => inertMarkup(tree(address)));
    clean.add((address) => inertMarkup(linkedom(inertMarkup(tree(address)))));
    raw.push(serve("rawtree", i, (address) => tree(address).innerHTML));
  }
  await page.goto(`http://localhost:${port}/doc/start`);
  // Each batch has some of both: what is written anew stands as long as it takes what is not to reach the server.
  await open(mixed(clean.paths, raw));
  const silent = raw.map((path) => path.slice("/doc/".length)).filter((name) => !reached.has(name));
  expect(silent.map((name) => `${name} ${documents.get(`/doc/${name}`)?.slice(-300)}`)).toEqual([]);
  const through = [...reached].filter((name) => !name.startsWith("raw"));
  expect(through.map((name) => `${name} ${documents.get(`/doc/${name}`)?.slice(-300)}`)).toEqual([]);
  expect(raw.length).toBeGreaterThanOrEqual(150);

  async function open(paths: readonly string[]): Promise<void> {
    for (let at = 0; at < paths.length; at += TOGETHER) {
      const some = paths.slice(at, at + TOGETHER);
      await page.evaluate(
        (addresses) =>
          Promise.all(
            addresses.map((address) => {
              const frame = document.createElement("iframe");
              frame.src = address;
              const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
              document.body.append(frame);
              return loaded;
            }),
          ),
        some,
      );
      const controls = some.map((path) => path.slice("/doc/".length)).filter((name) => name.startsWith("raw"));
      await expect
        .poll(() => controls.filter((name) => !reached.has(name)).length, { timeout: 8000, intervals: [100] })
        .toBe(0)
        .catch(() => {});
      await page.evaluate(() => document.body.replaceChildren());
    }
  }
});
