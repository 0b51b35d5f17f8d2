// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

/** Runs a cell and counts the calls of its guard; the guard throws after a thousand. */
async function count(source: string, kind = "js"): Promise<{ value: unknown; turns: number; stopped: boolean }> {
  let turns = 0;
  const guard = () => {
    if (++turns >= 1000) throw new Error("stopped");
  };
  try {
    const value = await run(source, { __guard: guard, md: (_: unknown, value: unknown) => value }, kind);
    return { value, turns, stopped: false };
  } catch (error) {
    expect(String(error)).toBe("Error: stopped");
    return { value: undefined, turns, stopped: true };
  }
}

describe("the loop guard", () => {
  it("is called at the head of every turn of every form of loop", async () => {
    const forms: [string, number][] = [
      ["for (let i = 0; i < 3; ++i) { }", 3],
      ["for (let i = 0; i < 3; ++i);", 3],
      ["let n = 0; for (const x of [1, 2, 3]) n += x", 3],
      ["let n = 0; for (const k in {a: 1, b: 2}) n++\nn", 2],
      ["let i = 3; while (i) i--", 3],
      ["let i = 3; while (i) { i-- }", 3],
      ["let i = 3; do i--; while (i)", 3],
      ["let i = 3; do i--\nwhile (i)", 3],
      ["let i = 3; do { i-- } while (i)", 3],
      ["for await (const x of [1, 2]) ;", 2],
      ["await (async () => { for await (const x of (async function* () { yield 1; yield 2 })()) x })()", 2],
      ["for (let i = 0; i < 2; ++i) for (let j = 0; j < 3; ++j) ;", 8],
      ["for (let i = 0; i < 2; ++i) if (i) while (false); else for (const k of [1]) k", 3],
      ["a: for (let i = 0; i < 2; ++i) b: for (;;) continue a", 4],
      ["a: for (let i = 0; i < 2; ++i) { for (;;) { if (i) break a; continue a } }", 4],
      ["a: for (;;) { b: { break b } break a }", 1],
      ["for (let i = 0; i < 3; ++i) var v = i; v", 3],
      ["for (let i = 0; i < 2; ++i) try { continue } finally { }", 2],
      ["[...(function* () { let i = 2; while (i) yield i-- })()]", 2],
      ["[1, 2].map((n) => { while (n) n--; return n })", 3],
      ["class A { static n = (() => { for (const x of [1]) x })(); static { for (const x of [1]) x } }", 2],
      ["`${(() => { for (const x of [1]) ; })()}`", 1],
    ];
    for (const [source, turns] of forms) {
      expect([source, await count(source)]).toMatchObject([source, { turns, stopped: false }]);
    }
  });

  it("stops a loop that would never end", async () => {
    for (const source of [
      "while (true);",
      "for (;;) {}",
      "do ; while (1)",
      "for (;;) for (;;) ;",
      "await 0; for (;;) ;",
    ]) {
      expect([source, await count(source)]).toMatchObject([source, { stopped: true }]);
    }
  });

  it("stands in cells of text and of TypeScript too", async () => {
    expect(await count("x ${(() => { for (const x of [1, 2]) ; return 5 })()}", "md")).toMatchObject({
      turns: 2,
      value: 5,
    });
    expect(await count("for (const x of [1, 2] as any) ;", "ts")).toMatchObject({ turns: 2 });
  });

  it("does not change what a cell means", async () => {
    expect(await run("let i = 0; do i++; while (i < 5) if (i > 4) i = 10; i")).toEqual({ i: 10 });
    expect(
      await run("const f = []; for (let i = 0; i < 3; ++i) f.push(() => i); const g = f.map((h) => h())"),
    ).toMatchObject({
      g: [0, 1, 2],
    });
    expect(await run("let s = ''; for (const c of 'abc') s += c // end")).toEqual({ s: "abc" });
    expect(
      await run("let s = 0; for (const c of [1]) /* before */ s += c /* after */\n;[2].forEach((x) => { s += x })"),
    ).toEqual({ s: 3 });
  });
});
