import { describe, expect, it } from "vitest";
import { gather } from "../../../app/language/languages.ts";
import { isMessage, messages } from "../../../lib/message/message.ts";
import { writeList, writeMessage } from "../../../lib/message/write.ts";
import { declared } from "./declared-texts.ts";
import { accent, pseudoFiles } from "./pseudo-language.ts";

const files = pseudoFiles();
const { translations = {} } = await gather([...files.values()].map(async (texts) => ({ texts })));
const language = { tag: "eo", translations };

describe("A language with one file for each domain", () => {
  it("has a text for every message that is declared, with its holes", () => {
    expect(files.size).toBeGreaterThan(20);
    const holes = (text = "") => text.match(/\{\w+[:}]/g) ?? [];
    const without = declared.filter(({ code, en }) => `${holes(language.translations[code])}` !== `${holes(en)}`);
    expect(without).toEqual([]);
  });

  it("writes any of them, lists and counts included, in its own words", () => {
    for (const { code, en, zh } of declared) {
      const written = writeMessage({ code, texts: { en, zh }, values: {} }, language);
      expect(written).toBe(accent(en));
    }
    expect(writeList(["1", "2", "3"], "and", language)).toBe("1, 2 áñđ 3");
  });

  it("falls back to English where it has no text, within a message that it has", () => {
    const said = messages("elsewhere", {
      outer: { en: "Because {why}.", zh: "因为{why}。" },
      full: { en: "full", zh: "满" },
    });
    const outer = said.outer({ why: said.full() });
    expect(isMessage(outer)).toBe(true);
    const partly = { tag: "eo", translations: { "elsewhere.outer": "Ĉar {why}." } };
    expect(writeMessage(outer, partly)).toBe("Ĉar full.");
    expect(writeMessage(outer, { tag: "eo" })).toBe("Because full.");
  });
});
