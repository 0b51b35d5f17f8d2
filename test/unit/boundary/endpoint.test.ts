import * as Comlink from "comlink";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { BoundaryError } from "../../../kernel/boundary/boundary-error.ts";
import { callback, expose, wrap } from "../../../kernel/boundary/endpoint.ts";
import { listener, type Requests, trusted } from "../../../kernel/boundary/rule.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeMessage } from "../../../lib/message/write.ts";

/** What a page might offer. */
class Page {
  readonly notes: unknown[] = [];
  secret = "token";
  note(text: string, times: number): string {
    this.notes.push([text, times]);
    return `${text} ${times}`;
  }
  async count(to: number, progress: (done: number) => void): Promise<number> {
    for (let i = 1; i <= to; i++) await progress(i);
    return to;
  }
  async load(name: string, fetch: (name: string) => Promise<Uint8Array>): Promise<number> {
    return (await fetch(name)).length;
  }
  fail(): void {
    throw new RangeError("too far");
  }
}

type Offered = Pick<Page, "note" | "count" | "load" | "fail">;

const requests: Requests<Offered> = {
  note: [z.string(), z.int()],
  count: [z.int(), listener],
  load: [z.string(), { callback: trusted }],
  fail: [],
};

const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function channel(): [ours: MessagePort, theirs: MessagePort] {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return [port1, port2];
}

/** Says something through a port as no program of ours would, and gives what comes back. */
function say(port: MessagePort, message: object): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    port.addEventListener("message", ({ data }) => resolve(data), { once: true });
    port.start();
    port.postMessage({ id: "1", ...message });
  });
}

const rawArguments = (...values: unknown[]) => values.map((value) => ({ type: "RAW", value }));

/** What comlink's protocol can say beside the call of a method. */
const attacks: Record<string, object> = {
  "a property is read": { type: "GET", path: ["secret"] },
  "the page itself is read": { type: "GET", path: [] },
  "a property is set": { type: "SET", path: ["secret"], value: { type: "RAW", value: "mine" } },
  "the prototype is set": { type: "SET", path: ["__proto__", "polluted"], value: { type: "RAW", value: "mine" } },
  "a function is made of a text": {
    type: "CONSTRUCT",
    path: ["note", "constructor"],
    argumentList: rawArguments("globalThis.pierced = true"),
  },
  "a method of a method is called": {
    type: "APPLY",
    path: ["note", "call"],
    argumentList: rawArguments({ notes: [] }, "a", 1),
  },
  "a method that is not declared is called": {
    type: "APPLY",
    path: ["hasOwnProperty"],
    argumentList: rawArguments("a"),
  },
  "a getter of every object is called": { type: "APPLY", path: ["__lookupGetter__"], argumentList: rawArguments("a") },
  "the constructor is called": { type: "APPLY", path: ["constructor"], argumentList: [] },
  "the page is called": { type: "APPLY", path: [], argumentList: [] },
  "a second port is asked for": { type: "ENDPOINT" },
  "an argument is of another kind": { type: "APPLY", path: ["note"], argumentList: rawArguments(["a"], 1) },
  "an argument is missing": { type: "APPLY", path: ["note"], argumentList: rawArguments("a") },
  "an argument is said to have been thrown": {
    type: "APPLY",
    path: ["note"],
    argumentList: [{ type: "HANDLER", name: "throw", value: { isError: false, value: "a" } }],
  },
};

describe("through the gate", () => {
  test("a declared method is called with what its readers took, and answers", async () => {
    const [ours, theirs] = channel();
    const page = new Page();
    expose<Offered>(page, ours, requests);
    const api = wrap<Offered>(theirs, trusted);
    theirs.start();
    expect(await api.note("a", 2)).toBe("a 2");
    expect(page.notes).toEqual([["a", 2]]);
  });

  for (const [what, attack] of Object.entries(attacks)) {
    test(`nothing happens where ${what}, and the other side is told`, async () => {
      const [ours, theirs] = channel();
      const page = new Page();
      const refused: BoundaryError[] = [];
      expose<Offered>(page, ours, requests, (error) => refused.push(error));
      const answer = await say(theirs, attack);
      expect(answer).toMatchObject({
        id: "1",
        name: "throw",
        value: { isError: true, value: { name: "BoundaryError" } },
      });
      expect(refused.map(({ name }) => name)).toEqual(["BoundaryError"]);
      expect(page).toMatchObject({ secret: "token", notes: [] });
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    });
  }

  test("control: without the gate the same messages read, construct and pollute", async () => {
    const got: Record<string, unknown> = {};
    for (const what of ["a property is read", "a function is made of a text", "the prototype is set"]) {
      const [ours, theirs] = channel();
      class Bare extends Page {}
      const bare = new Bare();
      Comlink.expose(bare, ours);
      got[what] = await say(theirs, attacks[what]!);
      got[`${what}: prototype`] = (Object.getPrototypeOf(bare) as { polluted?: string }).polluted;
    }
    expect(got["a property is read"]).toMatchObject({ value: "token" });
    expect(got["the prototype is set: prototype"]).toBe("mine");
    // The function was made, and is handed over to be called.
    expect(got["a function is made of a text"]).toMatchObject({ name: "proxy" });
  });

  test("what is no call at all is not answered", async () => {
    const [ours, theirs] = channel();
    expose<Offered>(new Page(), ours, requests);
    for (const message of [7, "APPLY", null, [], { id: 1, type: "APPLY", path: ["note"] }, { type: "APPLY" }]) {
      theirs.postMessage(message);
    }
    theirs.postMessage({ id: "2", type: "RELEASE", path: [] });
    const answer = await say(theirs, { type: "APPLY", path: ["note"], argumentList: rawArguments("a", 1) });
    expect(answer).toMatchObject({ id: "1", value: "a 1" });
  });

  test("an array that says it is a template comes without what it says", async () => {
    const [ours, theirs] = channel();
    const taken: (readonly string[])[] = [];
    const api = { take: (list: string[]) => void taken.push(list) };
    expose<typeof api>(api, ours, { take: [z.array(z.string())] });
    const forged = Object.assign(["<img>"], { raw: ["<img>"] });
    await say(theirs, { type: "APPLY", path: ["take"], argumentList: rawArguments(forged) });
    expect(taken).toEqual([["<img>"]]);
    expect("raw" in taken[0]!).toBe(false);
  });

  test("a function is told things while its call lasts, and gives answers where they are read", async () => {
    const [ours, theirs] = channel();
    expose<Offered>(new Page(), ours, requests);
    const api = wrap<Offered>(theirs, trusted);
    theirs.start();
    const heard: number[] = [];
    expect(
      await api.count(
        3,
        callback((done: number) => void heard.push(done)),
      ),
    ).toBe(3);
    expect(heard).toEqual([1, 2, 3]);
    expect(
      await api.load(
        "a",
        callback(async (name: string) => new Uint8Array(name.length + 4)),
      ),
    ).toBe(5);
  });

  test("a function is only called, whatever is said to it", async () => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    let calls = 0;
    const ours = callback(() => ++calls);
    const caught: MessagePort[] = [];
    const api = wrap<{ take(f: () => number): void }>(
      {
        // Without arguments it says that nobody refers to the other side any more, whenever that is noticed.
        postMessage: ({ argumentList: [given] = [] }: { argumentList?: { value: MessagePort }[] }) => {
          if (given) caught.push(given.value);
        },
        addEventListener: () => {},
        removeEventListener: () => {},
      },
      trusted,
    );
    void api.take(ours);
    open.push(caught[0]!);
    caught[0]!.start();
    for (const type of ["GET", "CONSTRUCT", "SET", "ENDPOINT"]) caught[0]!.postMessage({ id: type, type, path: [] });
    caught[0]!.postMessage({ id: "0", type: "APPLY", path: ["constructor"], argumentList: rawArguments("1") });
    const answer = await say(caught[0]!, { type: "APPLY", path: [], argumentList: [] });
    expect(answer).toMatchObject({ id: "1", value: 1 });
    expect(calls).toBe(1);
  });

  test.each(["before", "after"])(
    "the port of a function is closed at its end, which comes %s it is passed",
    async (when) => {
      const [ours, theirs] = channel();
      const end = new AbortController();
      const closed = new Promise((resolve) => {
        ours.addEventListener("message", ({ data }) => {
          const port: MessagePort = data.argumentList[0].value;
          port.addEventListener("close", resolve);
          port.start();
        });
      });
      ours.start();
      const counted = callback(() => 1, end.signal);
      if (when === "before") end.abort();
      void wrap<{ take(f: () => number): void }>(theirs, trusted).take(counted);
      if (when === "after") end.abort();
      await closed;
    },
  );

  test("a port is taken for a function only where one is declared", async () => {
    const [ours, theirs] = channel();
    const refused: string[] = [];
    expose<Offered>(new Page(), ours, requests, ({ message }) => refused.push(message));
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    const wire = { type: "HANDLER", name: "proxy", value: port2 };
    theirs.postMessage({ id: "1", type: "APPLY", path: ["note"], argumentList: [wire, wire] }, [port2]);
    await say(theirs, { type: "APPLY", path: ["count"], argumentList: rawArguments(1, "no function") });
    expect(refused).toEqual([
      "“note” was refused: argument 1, a plain value was expected.",
      "“count” was refused: argument 2 should be a function.",
    ]);
  });

  test("an error keeps its name and words", async () => {
    const [ours, theirs] = channel();
    expose<Offered>(new Page(), ours, requests);
    const api = wrap<Offered>(theirs, trusted);
    theirs.start();
    await expect(api.fail()).rejects.toMatchObject({
      name: "RangeError",
      message: "too far",
      stack: expect.stringContaining("fail"),
    });
  });
});

describe("an interface that is nested by feature", () => {
  class Document {
    readonly edits: string[] = [];
    edit(text: string): number {
      return this.edits.push(text);
    }
    erase(): void {
      this.edits.length = 0;
    }
  }
  interface Nested {
    document: Pick<Document, "edit">;
    outputs: { figure(): string };
  }
  const nested: Requests<Nested> = { "document.edit": [z.string()], "outputs.figure": [] };

  function offering() {
    const [ours, theirs] = channel();
    const document = new Document();
    const refused: BoundaryError[] = [];
    const api: Nested = { document, outputs: { figure: () => "<svg>" } };
    expose(api, ours, nested, (error) => refused.push(error));
    return { document, refused, theirs };
  }

  test("is called by feature and method, each method on the part that it belongs to", async () => {
    const { document, theirs } = offering();
    const api = wrap<Nested>(theirs, trusted);
    theirs.start();
    expect(await api.document.edit("a")).toBe(1);
    expect(await api.outputs.figure()).toBe("<svg>");
    expect(document.edits).toEqual(["a"]);
  });

  const paths: Record<string, readonly string[]> = {
    "a feature and its method as a path of two": ["document", "edit"],
    "a feature alone": ["document"],
    "a method alone": ["edit"],
    "a method of the part that is not declared": ["document.erase"],
    "a property of the part": ["document.edits"],
    "the constructor of a part": ["document.constructor"],
    "the constructor of a method": ["document.edit", "constructor"],
    "a method of a method": ["document.edit", "call"],
    "a method of a method by one name": ["document.edit.call"],
    "the prototype of a part": ["document.__proto__"],
    "the prototype": ["__proto__.edit"],
    "the prototype of every object": ["__proto__"],
    "a method of every object": ["constructor.prototype"],
    "a path within a part": ["document", "edits", "push"],
    "nothing at all": [""],
  };
  for (const [what, path] of Object.entries(paths)) {
    for (const type of ["APPLY", "GET", "SET", "CONSTRUCT", "ENDPOINT"]) {
      test(`${type} of ${what} does nothing, and the other side is told`, async () => {
        const { document, refused, theirs } = offering();
        const answer = await say(theirs, {
          type,
          path,
          argumentList: rawArguments("mine"),
          value: { type: "RAW", value: "mine" },
        });
        expect(answer).toMatchObject({ name: "throw", value: { isError: true, value: { name: "BoundaryError" } } });
        expect(refused).toHaveLength(1);
        expect(document.edits).toEqual([]);
      });
    }
  }

  test("has answers that are read by feature and method", async () => {
    const [ours, theirs] = channel();
    theirs.addEventListener("message", ({ data }) => {
      const value = data.path[0] === "outputs.figure" ? 7 : 1;
      theirs.postMessage({ id: data.id, type: "RAW", value });
    });
    theirs.start();
    ours.start();
    const api = wrap<Nested>(ours, { "document.edit": z.int(), "outputs.figure": z.string() });
    expect(await api.document.edit("a")).toBe(1);
    await expect(api.outputs.figure()).rejects.toThrow("“outputs.figure” was refused: expected string.");
  });
});

describe("an answer", () => {
  /** Answers the one call that comes with what is given. */
  function answering(answer: (id: string) => object) {
    const [ours, theirs] = channel();
    theirs.addEventListener("message", ({ data }) => theirs.postMessage(answer(data.id)));
    theirs.start();
    ours.start();
    return wrap<{ figure(): string }>(ours, { figure: z.string() });
  }

  test("is what its reader took", async () => {
    expect(await answering((id) => ({ id, type: "RAW", value: "<svg>" })).figure()).toBe("<svg>");
  });

  test("of another kind rejects with the place of the fault", async () => {
    const api = answering((id) => ({ id, type: "RAW", value: { toString: "x" } }));
    await expect(api.figure()).rejects.toThrow("“figure” was refused: expected string.");
  });

  test("that is a port, or of a form that nobody knows, rejects", async () => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    for (const name of ["proxy", "constructor", "nothing"]) {
      await expect(answering((id) => ({ id, type: "HANDLER", name, value: 1 })).figure()).rejects.toThrow(
        "a plain value was expected",
      );
    }
  });

  test("that was thrown has texts alone, and the prototype of an error", async () => {
    const value = Object.defineProperty({ name: ["x"], message: { raw: ["<img>"] } }, "__proto__", {
      value: { polluted: true },
      enumerable: true,
    });
    const api = answering((id) => ({ id, type: "HANDLER", name: "throw", value: { isError: true, value } }));
    const error = await api.figure().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "Error", message: "" });
    expect("polluted" in (error as object)).toBe(false);
  });
});

describe("what is too large to be passed on", () => {
  /** A port that refuses longer texts as the platform refuses messages for which there is no memory. */
  function narrow(port: MessagePort): Comlink.Endpoint {
    return {
      postMessage: (message, transfer) => {
        if (JSON.stringify(message).length > 1_000)
          throw new DOMException("Data cannot be cloned, out of memory.", "DataCloneError");
        port.postMessage(message, transfer ?? []);
      },
      addEventListener: (type, listener) => port.addEventListener(type, listener),
      removeEventListener: (type, listener) => port.removeEventListener(type, listener),
      start: () => port.start(),
    };
  }
  const repeat = { repeat: (text: string, times: number) => text.repeat(times) };
  const rules: Requests<typeof repeat> = { repeat: [z.string(), z.int()] };
  const say = {
    en: "The data are too large for the page. Use fewer rows: split the file, or sum its rows first.",
    zh: "数据过大，页面无法处理。请减少行数：拆分文件，或先汇总各行。",
  };

  test.each(["an answer", "a request"] as const)(
    "%s is refused in a sentence, and the next is passed",
    async (what) => {
      const [ours, theirs] = channel();
      expose(repeat, what === "an answer" ? narrow(theirs) : theirs, rules);
      const remote = wrap<typeof repeat>(what === "a request" ? narrow(ours) : ours, trusted);
      const call = what === "an answer" ? remote.repeat("x", 2_000) : remote.repeat("x".repeat(2_000), 1);
      const error = await call.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Fault);
      expect(writeMessage((error as Fault).said, { tag: "en" })).toBe(say.en);
      expect(writeMessage((error as Fault).said, { tag: "zh-CN" })).toBe(say.zh);
      expect(await remote.repeat("y", 3)).toBe("yyy");
    },
  );
});
