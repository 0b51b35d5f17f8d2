import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { sayErrorKind } from "../../../../app/language/error-kinds.ts";
import { fillPattern, matchPattern, readPattern } from "../../../../app/language/pattern.ts";
import { foreignPartsZhCn, foreignSentencesZhCn } from "../../../../app/language/sentences/index.ts";
import { say, sayPart, speech } from "../../../../app/language/speech.ts";
import { Translation } from "../../../../app/language/translation.ts";
import { announce, type SessionStatus } from "../../../../app/workbench/shell/announcement.ts";
import { convertObservable } from "../../../../kernel/document/exchange/observable.ts";
import { parseNotebook } from "../../../../kernel/document/index.ts";
import type { CellDefinition } from "../../../../kernel/runtime/definition.ts";
import { buildGraph } from "../../../../kernel/runtime/graph.ts";
import { UnknownDataset } from "../../../../kernel/services/datasets.ts";
import { abortError } from "../../../../kernel/workers/abort.ts";
import { messages } from "../../../../lib/message/message.ts";
import { notesOnTable } from "../../../../lib/mrio/notes.ts";
import { step } from "../../../../lib/numeric/step.ts";
import { randomTable } from "../../lib/tables.ts";
import { inChinese, speakChinese } from "./chinese-of.ts";

afterEach(() => {
  speech.speak("en");
});

const sentences = foreignSentencesZhCn;
const patterns = Object.keys({ ...sentences, ...foreignPartsZhCn }).map(readPattern);
const holesOf = (text: string) => readPattern(text).holes.map(({ name }) => name);

/** Values for the holes: numbers where only a number fits, else a word that no table knows. */
const valuesFor = (text: string) =>
  fc.record(
    Object.fromEntries(
      readPattern(text).holes.map(({ name, isNumber }) => [
        name,
        isNumber
          ? fc.double({ noNaN: true }).map(String)
          : fc.string({ unit: fc.constantFrom(..."abcéβ中_0"), maxLength: 6 }).map((word) => `z${word}q`),
      ]),
    ),
  );

describe("The pairs of the tables", () => {
  it.each(Object.entries({ ...sentences, ...foreignPartsZhCn }))(
    "hold the same values in both languages: %s",
    (en, zh) => {
      expect([...new Set(Array.from(zh.matchAll(/\{([a-z]\w*)\}/gi), ([, name]) => name))].sort()).toEqual(
        holesOf(en).sort(),
      );
      if (/\p{L}{2}/u.test(en.replaceAll(/\{[^}]*\}/g, ""))) expect(zh).toMatch(/\p{Script=Han}/u);
    },
  );
});

describe("A pattern", () => {
  it("gives back what was put into it, whatever that is, so that filling it again gives the sentence", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.infiniteStream(fc.string({ minLength: 1, unit: "binary" })),
        (pattern, texts) => {
          const values = Object.fromEntries(
            pattern.holes.map(({ name, isNumber }, i) => [name, isNumber ? String(i * 1.5) : texts.next().value]),
          );
          const sentence = fillPattern(pattern.text.replaceAll(/[#!]\}/g, "}"), values);
          const found = matchPattern(pattern, sentence);
          if (!found) return;
          const again = Object.fromEntries(pattern.holes.map(({ name }, i) => [name, found[i]!]));
          expect(fillPattern(pattern.text.replaceAll(/[#!]\}/g, "}"), again)).toBe(sentence);
        },
      ),
    );
  });

  it("takes numbers only where it says so, and no backtick into code", () => {
    expect(matchPattern(readPattern("{names} and {count#} more"), "Oil and gas and 5 more")).toEqual([
      "Oil and gas",
      "5",
    ]);
    expect(matchPattern(readPattern("{names} and {count#} more"), "Oil and gas and some more")).toBeNull();
    expect(matchPattern(readPattern("`{a}` of {b}"), "`x` of `y` of z")).toEqual(["x", "`y` of z"]);
    expect(matchPattern(readPattern("on {n#}, {m#}"), "on −1.5e-7, 1\u202f000")).toEqual(["−1.5e-7", "1\u202f000"]);
  });

  it("does not try forever where its texts stand everywhere", () => {
    const pattern = readPattern("{a#}, {b}, {c}, {d}, {e}, {f#}.");
    expect(matchPattern(pattern, `${"a, ".repeat(600)}x.`)).toBeNull();
  });

  it("is refused where two holes stand side by side, or share a name", () => {
    expect(() => readPattern("{a}{b}")).toThrow("Nothing stands between");
    expect(() => readPattern("{a} {a}")).toThrow("called a");
  });
});

const said = messages("test", {
  notWritten: { en: "The notebook could not be written: {why}.", zh: "无法写入笔记本：{why}。" },
  diskFull: { en: "the disk is full", zh: "磁盘已满" },
  quoting: { en: "In {file}: {reason}", zh: "{file} 中：{reason}" },
});

const observable =
  "<notebook><script type='application/vnd.observable.javascript'>a = [require, mermaid]</script></notebook>";

describe("A sentence", () => {
  it.each(Object.entries(sentences))("goes over with every value it may hold: %s", (en, zh) => {
    fc.assert(
      fc.property(valuesFor(en), (values) => {
        const said = inChinese().translate(fillPattern(en.replaceAll(/[#!]\}/g, "}"), values));
        // One of mere marks says nothing where it holds nothing known.
        const expected = /\p{L}{2}/u.test(en.replaceAll(/\{[^}]*\}/g, "")) ? fillPattern(zh, values) : said;
        expect(said).toBe(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("may stand in a sentence, with lists of code and of cells", () => {
    speakChinese();
    const cell = (id: number, outputs: string[], inputs: string[] = []) =>
      ({ id, outputs, inputs }) as unknown as CellDefinition;
    const saying = (cells: CellDefinition[]) => say(buildGraph(cells).errors.get(1)!.said!);
    const warning = (cells: CellDefinition[]) => say(buildGraph(cells).warnings.get(1)![0]!.said!);
    expect(warning([cell(1, ["x"]), cell(2, ["x"]), cell(3, []), cell(4, ["x"]), cell(5, ["x"])])).toBe(
      "`x` 在第 2 个单元格、第 4 个单元格和第 5 个单元格中也有定义。一个名称只能属于一个单元格：请在此处或彼处改名。",
    );
    expect(saying([cell(1, [], ["x"]), cell(2, ["x"]), cell(3, ["x"])])).toBe(
      "第 2 个单元格和第 3 个单元格都定义了 `x`，因此它没有唯一的值。一个名称只能属于一个单元格：请在其中一处改名。",
    );
    expect(saying([cell(1, ["c"], ["a", "b"]), cell(2, ["a", "b"], ["c"])])).toBe(
      "此单元格读取 `a` 和 `b`，而后者又依赖此单元格（经由第 2 个单元格）。请在其中一处断开循环。",
    );
    const reason = "Cannot read properties of undefined (reading 'y')";
    expect(say(said.quoting({ file: "other.html", reason }))).toBe("other.html 中：无法读取 undefined 的属性“y”");
    const { notes } = convertObservable(parseNotebook(observable));
    expect(notes.map(say)).toEqual(["第 1 个单元格已转换，但无法运行。此处没有：require、mermaid。"]);
  });

  it("may consist of lines and of several sentences, and then goes over as far as it is known, line by line", () => {
    const say = (text: string) => inChinese().translate(text);
    expect(
      say(
        'Binder Error: Referenced column "c" not found in FROM clause!\nCandidate bindings: "co2"\n\nLINE 1: select c\n               ^',
      ),
    ).toBe('绑定错误：FROM 子句中没有列“c”！\n可用的列："co2"\n\n第 1 行：select c\n               ^');
    expect(say("Assignment to constant variable. Cannot destructure property 'a' of 'b' as it is null.")).toBe(
      "不能给常量赋值。无法从“b”解构属性“a”：它是 null。",
    );
  });

  it("stays as it is where it is the author's own, also if some words are ours", () => {
    for (const text of [
      "Factor 3 must be positive.",
      "nothing",
      "a or b",
      "sales: 12",
      "The data are late. It makes no table.",
      "Wrong `x is not defined`!",
      "x",
      "",
    ])
      expect(inChinese().translate(text)).toBe(text);
  });

  it("leaves code alone, also where it is a word of ours", () => {
    speakChinese();
    expect(say(new UnknownDataset("nothing", "a list").said)).toBe(
      "没有名为 `nothing` 的数据集。您是不是要用 `a list`？",
    );
  });

  it("is read out in the language of the page where a save has failed", () => {
    const before: SessionStatus = {
      running: false,
      stuck: false,
      failed: 0,
      stale: 0,
      save: "unsaved",
      saveProblem: null,
    };
    const saveProblem = said.notWritten({ why: said.diskFull() });
    speakChinese();
    expect(announce(before, { ...before, save: "failed", saveProblem }, false)).toBe(
      "未能保存。无法写入笔记本：磁盘已满。",
    );
  });

  it("leaves names of regions and sectors alone, whatever words they hold", async () => {
    speakChinese();
    const table = randomTable(2, 2, 1);
    const regions = ["CHN", "Oil and gas, nothing"];
    const notes = await notesOnTable({ ...table, regions, x: table.x.map((x, i) => (i === 1 ? -1 : x)) });
    const negative = notes.find(({ kind }) => kind === "negative output")!;
    expect(say(negative.sentence)).toBe(`Oil and gas, nothing.${table.sectors[0]} 的总产出为负，按原值使用。`);
  });

  it("goes over or stays whatever it is, and never fails", () => {
    const words = patterns.flatMap(({ literals }) => literals);
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary" })))
      .map((all) => all.join(""));
    fc.assert(fc.property(text, (any) => typeof inChinese().translate(any) === "string"));
  });

  it("is said in the language of the page, at once", () => {
    speakChinese();
    expect(say(abortError().said)).toBe("调用已取消。");
    expect([
      sayPart(step.solving()),
      sayPart(said.diskFull()),
      sayErrorKind("cycle"),
      sayErrorKind("TypeError"),
    ]).toEqual(["求解", "磁盘已满", "循环依赖", "TypeError"]);
    speech.speak("en");
    expect([say(abortError().said), sayPart(step.solving()), sayErrorKind("cycle")]).toEqual([
      "The call was cancelled.",
      "solving",
      "cycle",
    ]);
  });
});

describe("A translation", () => {
  it("prefers the pattern that says more", () => {
    const translation = new Translation({
      sentences: { "There is no {thing}.": "没有{thing}。", "There is no cell {id#}.": "没有单元格 {id}。" },
      parts: {},
      between: {},
    });
    expect(translation.translate("There is no cell 3.")).toBe("没有单元格 3。");
    expect(translation.translate("There is no cell x.")).toBe("没有cell x。");
  });
});
