import { describe, expect, it } from "vitest";
import { type Declared, declared } from "./declared-texts.ts";

/** The names of the holes; with `{count:row|rows}`, which only English needs, or without. */
function holesOf(text: string, withPlurals: boolean): string[] {
  const holes = [...text.matchAll(/\{(\w+)(?::([^|{}]*)(\|[^{}]*)?)?\}/g)];
  const names = holes.filter(([, , , many]) => withPlurals || many === undefined).map(([, name]) => name!);
  return [...new Set(names)].sort();
}

const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u;
const withoutCode = (text: string) => text.replaceAll(/`[^`]*`/g, "").replaceAll(/\{\w+(?::[^{}]*)?\}/g, "");

describe("The messages that are declared", () => {
  it("are many, each with a text in both languages and the same holes", () => {
    expect(declared.length).toBeGreaterThan(300);
    const uneven = declared.filter(({ en, zh }) => {
      const needed = holesOf(en, false);
      const given = holesOf(zh, true);
      return needed.some((name) => !given.includes(name)) || given.some((name) => !holesOf(en, true).includes(name));
    });
    expect(uneven).toEqual([]);
  });

  it("have one text for a code", () => {
    const first = new Map<string, Declared>();
    const twice = declared.filter((message) => {
      const known = first.get(message.code);
      if (!known) first.set(message.code, message);
      return known && (known.en !== message.en || known.zh !== message.zh);
    });
    expect(twice.map(({ code, path }) => `${code} in ${path} and ${first.get(code)!.path}`)).toEqual([]);
  });

  it("are written in Chinese with full-width punctuation", () => {
    const wrong = declared.filter(({ zh }) => halfWidth.test(withoutCode(zh)));
    expect(wrong.map(({ code, zh }) => `${code}: ${zh}`)).toEqual([]);
  });
});
