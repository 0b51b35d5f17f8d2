import { afterEach, describe, expect, it } from "vitest";
import { notebookActionTexts } from "../../../app/actions/notebook-actions.ts";
import { writeCount, writeDay, writeDuration, writeList, writeYears } from "../../../app/language/figures.ts";
import { preferredLanguage } from "../../../app/language/languages.ts";
import { say, speech } from "../../../app/language/speech.ts";
import { paletteTexts } from "../../../app/workbench/palette/palette.ts";
import { fill } from "../../../lib/message/write.ts";
import { declared } from "../message/declared-texts.ts";

afterEach(() => {
  speech.speak("en");
});

describe("The messages", () => {
  const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

  const ofThePage = declared.filter(({ path }) => path.startsWith("app/"));

  it.each(ofThePage.map(({ code, en, zh }) => [code, en, zh]))(
    "ask for the same values in both languages: %s",
    (_, text, translated) => {
      expect(translated.trim()).not.toBe("");
      expect(placeholders(translated)).toEqual(placeholders(text));
    },
  );

  it("have no key in one language only", () => {
    expect(ofThePage.length).toBeGreaterThan(700);
    expect(ofThePage.filter(({ en, zh }) => en === "" || zh === "")).toEqual([]);
  });

  it("choose the word that goes with a count", () => {
    const stale = "{count} {count:cell is|cells are} stale";
    expect(fill(stale, { count: 1 })).toBe("1 cell is stale");
    expect(fill(stale, { count: 0 })).toBe("0 cells are stale");
    expect(fill(stale, { count: "1\u202f001" })).toBe("1\u202f001 cells are stale");
  });

  it("put values in as they are, whatever they hold", () => {
    expect(say(paletteTexts.none({ text: "$& {text}" }))).toBe("Nothing matches “$& {text}”.");
  });

  it("change with the language at once, and tell those who listen only of a change", () => {
    let told = 0;
    const listen = () => told++;
    speech.addEventListener("change", listen);
    speech.speak("zh-CN");
    speech.speak("zh-CN");
    speech.removeEventListener("change", listen);
    expect(told).toBe(1);
    expect(say(notebookActionTexts.save())).toBe("保存");
  });

  it("follow the first of Chinese and English that the browser asks for", () => {
    expect(preferredLanguage(["de", "zh-TW", "en"])).toBe("zh-CN");
    expect(preferredLanguage(["en-US", "zh-CN"])).toBe("en");
    expect(preferredLanguage(["fr"])).toBe("en");
  });
});

describe("Figures in the page", () => {
  it("set thousands apart by a narrow space", () => {
    expect(writeCount(1234567)).toBe("1\u202f234\u202f567");
    expect(writeCount(12)).toBe("12");
  });

  it.each([
    [0, "0 ms"],
    [999.4, "999 ms"],
    [999.9, "1.0 s"],
    [9949, "9.9 s"],
    [9960, "10 s"],
    [59_400, "59 s"],
    [59_600, "1 min 00 s"],
    [125_000, "2 min 05 s"],
  ])("write %d ms as %s", (milliseconds, text) => {
    expect(writeDuration(milliseconds)).toBe(text);
  });

  it("write years, days and lists", () => {
    expect(writeYears([2011, 2011])).toBe("2011");
    expect(writeYears([2000, 2016])).toBe("2000–2016");
    expect(writeDay("2025-03-09T12:00:00Z")).toBe("9 Mar 2025");
    expect(writeDay("yesterday")).toBeNull();
    expect(writeList([])).toBe("");
    expect(writeList(["a"])).toBe("a");
    expect(writeList(["a", "b", "c"])).toBe("a, b and c");
    speech.speak("zh-CN");
    expect(writeList(["a", "b", "c"])).toBe("a、b 和 c");
    expect(writeDay("2025-03-09T12:00:00Z")).toBe("2025年3月9日");
  });
});
