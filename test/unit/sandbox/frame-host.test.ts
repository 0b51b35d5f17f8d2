import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { expose } from "../../../kernel/boundary/endpoint.ts";
import { FrameHost } from "../../../kernel/sandbox/frame-host.ts";
import { frameRequests } from "../../../kernel/sandbox/frame-requests.ts";
import { pageRequests } from "../../../kernel/sandbox/page-requests.ts";
import type { FrameApi, FrameSession, PageApi } from "../../../kernel/sandbox/protocol.ts";

/** Listeners of the page's window. */
const listeners = new Set<(event: unknown) => void>();

/** An `iframe` as far as the host knows it; its thread is the test. */
class FakeFrame {
  srcdoc = "";
  port: MessagePort | undefined;
  readonly contentWindow = {
    postMessage: (_message: unknown, _origin: string, [port]: MessagePort[]) => {
      this.port = port;
    },
  };
  readonly loads: (() => void)[] = [];
  setAttribute() {}
  addEventListener(_type: string, listener: () => void) {
    this.loads.splice(0, 1, listener);
  }
  remove() {}
}

const entered = vi.fn();

/** An interface of which only what a test needs does something. */
function apiOf<Api>(requests: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>): Api {
  const api: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(requests)) {
    const [feature, method] = name.split(".") as [string, string];
    api[feature] = { ...api[feature], [method]: own[name] ?? (() => undefined) };
  }
  return api as Api;
}
let frame: FakeFrame;
let host: FrameHost;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout", "performance"] });
  frame = new FakeFrame();
  vi.stubGlobal("document", { createElement: () => frame });
  vi.stubGlobal("addEventListener", (_type: string, listener: (event: unknown) => void) => listeners.add(listener));
  vi.stubGlobal("removeEventListener", (_type: string, listener: (event: unknown) => void) =>
    listeners.delete(listener),
  );
  const session = { title: "Empty", cells: [], settings: { theme: "light" } } as unknown as FrameSession;
  host = new FrameHost({
    program: "",
    page: apiOf<PageApi>(pageRequests, { "cells.entering": entered }),
    session: () => session,
  });
  host.mount({ append() {} } as unknown as HTMLElement);
});

afterEach(() => {
  entered.mockClear();
  host.dispose();
  frame.port?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The frame's document is there, and gets its program. */
async function started(): Promise<void> {
  const received = new Promise((resolve) => host.addEventListener("start", resolve, { once: true }));
  for (const listener of [...listeners]) listener({ source: frame.contentWindow, data: "yuheng:frame" });
  await received;
}

const untilChange = () => new Promise((resolve) => host.addEventListener("change", resolve, { once: true }));

test("a frame is opening until it answers for the first time, however long that takes: no cell of it runs", async () => {
  expect(host.isOpening).toBe(true);
  vi.advanceTimersByTime(5000);
  await started();
  vi.advanceTimersByTime(5000);
  expect([host.isOpening, host.silentFor]).toEqual([true, 0]);
  const answered = untilChange();
  expose(apiOf<FrameApi>(frameRequests, { "frame.ping": () => 1 }), frame.port!, frameRequests);
  await answered;
  expect([host.isOpening, host.silentFor]).toEqual([false, 0]);
});

test("a frame that has opened and then does not answer is silent for as long", async () => {
  await started();
  let answers = true;
  const ping = () => (answers ? 1 : new Promise<number>(() => {}));
  expose(apiOf<FrameApi>(frameRequests, { "frame.ping": ping }), frame.port!, frameRequests);
  const opened = untilChange();
  vi.advanceTimersByTime(100);
  await opened;
  answers = false;
  vi.advanceTimersByTime(5000);
  expect(host.isOpening).toBe(false);
  expect(host.silentFor).toBeGreaterThan(4000);
});

test("a cell that is entered before the first answer ends the opening: its time counts from there", async () => {
  await started();
  vi.advanceTimersByTime(3000);
  const opened = untilChange();
  frame.port!.postMessage(7);
  await opened;
  expect([entered.mock.calls, host.isOpening, host.silentFor]).toEqual([[[7]], false, 0]);
  vi.advanceTimersByTime(1000);
  expect(host.silentFor).toBeGreaterThan(800);
  expect(host.silentFor).toBeLessThan(1200);
});

/** What the frame says before it has a port. */
function says(text: string): void {
  for (const listener of [...listeners]) listener({ source: frame.contentWindow, data: text });
}

/** The frame's document has loaded. */
function loaded(): void {
  for (const listener of frame.loads) listener();
}

function withScripts(...scripts: string[]): { readonly barred: number } {
  host.dispose();
  const session = { title: "Empty", cells: [], settings: { theme: "light" } } as unknown as FrameSession;
  const page = apiOf<PageApi>(pageRequests, { "cells.entering": entered });
  host = new FrameHost({ program: "", page, session: () => session, ...(scripts.length > 0 ? { scripts } : {}) });
  const seen = { barred: 0 };
  host.addEventListener("barred", () => {
    seen.barred += 1;
  });
  host.mount({ append() {} } as unknown as HTMLElement);
  return seen;
}

test("a host that refuses the program as text gets it as scripts, and is told once that it refuses those, too", async () => {
  const seen = withScripts("https://a.test/b%20c/cells-1.js", "https://a.test/p;q,r.js");
  expect(frame.srcdoc).not.toContain("a.test");
  await started();
  says("yuheng:refused");
  expect(seen.barred).toBe(0);
  expect(frame.srcdoc).toContain('<script src="https://a.test/b%20c/cells-1.js"></script>');
  // What would end a directive of the policy is written in another way.
  expect(frame.srcdoc).toMatch(
    /script-src https:\/\/a\.test\/b%20c\/cells-1\.js https:\/\/a\.test\/p%3bq%2cr\.js 'unsafe-inline'/,
  );
  says("yuheng:refused");
  expect(seen.barred).toBe(0);
  await started();
  says("yuheng:refused");
  says("yuheng:refused");
  expect([seen.barred, host.api, host.isOpening]).toEqual([1, null, false]);
});

test("a frame whose listener is refused says nothing after it has loaded: the host bars it, with and without scripts", () => {
  const without = withScripts();
  loaded();
  expect(without.barred).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(without.barred).toBe(1);

  const seen = withScripts("https://a.test/cells-1.js");
  loaded();
  vi.advanceTimersByTime(10_000);
  expect(seen.barred).toBe(0);
  expect(frame.srcdoc).toContain("cells-1.js");
  loaded();
  vi.advanceTimersByTime(10_000);
  expect(seen.barred).toBe(1);
});

test("a frame that was only slow begins after all", async () => {
  const seen = withScripts();
  loaded();
  vi.advanceTimersByTime(10_000);
  expect([seen.barred, host.isOpening]).toEqual([1, true]);
  await started();
  const opened = untilChange();
  frame.port!.postMessage(7);
  await opened;
  expect([seen.barred, host.isOpening]).toEqual([1, false]);
});

test("a frame that has opened is not barred by what a cell says", async () => {
  const seen = withScripts();
  await started();
  loaded();
  const opened = untilChange();
  frame.port!.postMessage(7);
  await opened;
  says("yuheng:refused");
  vi.advanceTimersByTime(10_000);
  expect([seen.barred, host.api === null]).toEqual([0, false]);
});
