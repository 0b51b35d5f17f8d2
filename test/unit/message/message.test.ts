import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { Fault, messageOf } from "../../../lib/message/fault.ts";
import { type Message, messages } from "../../../lib/message/message.ts";
import { someOf } from "../../../lib/message/some-of.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const chinese = { tag: "zh-CN" };

const texts = messages("kitchen", {
  closed: { en: "The kitchen is closed.", zh: "厨房已关闭。" },
  missing: { en: "{dish} lacks {parts:and}.", zh: "{dish}缺少{parts:and}。" },
  choose: { en: "Choose {dishes:or}.", zh: "请选择{dishes:or}。" },
  guests: { en: "{count} {count:guest came|guests came}.", zh: "来了 {count} 位客人。" },
  unknown: { en: "There is no `{dish}`.", zh: "没有 `{dish}`。" },
  because: { en: "No dinner: {reason}", zh: "没有晚餐：{reason}" },
});

describe("A message", () => {
  it("is written in English where no language is named, and in the language that is named", () => {
    expect(writeMessage(texts.closed())).toBe("The kitchen is closed.");
    expect(writeMessage(texts.closed(), chinese)).toBe("厨房已关闭。");
  });

  it("takes a name, a number, a list and another message into its holes", () => {
    const message = texts.because({ reason: texts.missing({ dish: "Soup", parts: ["salt", "water", "`fire`"] }) });
    expect(writeMessage(message)).toBe("No dinner: Soup lacks salt, water and `fire`.");
    expect(writeMessage(message, chinese)).toBe("没有晚餐：Soup缺少salt、water 和 `fire`。");
    expect(writeMessage(texts.choose({ dishes: ["rice"] }), chinese)).toBe("请选择rice。");
    const wide = texts.missing({ dish: "汤", parts: ["盐（细）", "水"] });
    expect(writeMessage(wide, chinese)).toContain("盐（细）和水");
  });

  it("takes the form for one or for many by the number in its hole", () => {
    expect(writeMessage(texts.guests({ count: 1 }))).toBe("1 guest came.");
    expect(writeMessage(texts.guests({ count: "1,200" }))).toBe("1,200 guests came.");
    expect(writeMessage(texts.guests({ count: 0 }))).toBe("0 guests came.");
  });

  it("asks for a value for each hole of its English text", () => {
    expectTypeOf(texts.closed).parameters.toEqualTypeOf<[]>();
    expectTypeOf(texts.guests).parameter(0).toHaveProperty("count");
    // @ts-expect-error the parts are missing
    expect(writeMessage(texts.missing({ dish: "Soup" }))).toBe("Soup lacks {parts:and}.");
  });

  it("is written in a language that was added by a file of translations, and in its declared text where that lacks it", () => {
    const esperanto = { tag: "eo", translations: { "kitchen.closed": "La kuirejo estas fermita." } };
    expect(writeMessage(texts.because({ reason: texts.closed() }), esperanto)).toBe(
      "No dinner: La kuirejo estas fermita.",
    );
  });

  it("takes what stands in a hole for words, never for a hole", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (dish, part) => {
        const words = writeMessage(texts.missing({ dish, parts: [part] }));
        expect(words).toBe(`${dish} lacks ${part}.`);
      }),
    );
  });

  it("puts words of others into the language, and never code between backticks", () => {
    const bilingual = { tag: "zh-CN", translateExternal: (words: string) => (words === "nothing" ? "空缺" : words) };
    expect(writeMessage(texts.because({ reason: "nothing" }), bilingual)).toBe("没有晚餐：空缺");
    expect(writeMessage(texts.unknown({ dish: "nothing" }), bilingual)).toBe("没有 `nothing`。");
  });

  it("survives being cloned", () => {
    const message: Message = texts.missing({ dish: "Soup", parts: ["salt"] });
    expect(writeMessage(structuredClone(message), chinese)).toBe(writeMessage(message, chinese));
  });
});

describe("A result", () => {
  it("has each message in it as its English text where a program gets it, and is the same object where it has none", () => {
    const plain = { rows: [[1, 2], [3]], x: Float64Array.of(1), name: "Soup", none: null };
    expect(inEnglish(plain)).toBe(plain);
    const told = { ...plain, notes: [texts.closed(), "As it is."], by: { hint: texts.guests({ count: 2 }) } };
    const written = inEnglish(told) as typeof told;
    expect(written).toEqual({
      ...plain,
      notes: ["The kitchen is closed.", "As it is."],
      by: { hint: "2 guests came." },
    });
    expect(written.rows).toBe(plain.rows);
    expect(told.notes[0]).toEqual(texts.closed());
  });

  it("names some of many, and says how many more there are", () => {
    const many = (count: number) =>
      texts.missing({ dish: "Soup", parts: someOf(Array.from({ length: count }, (_, i) => `p${i}`)) });
    expect(writeMessage(many(2))).toBe("Soup lacks p0 and p1.");
    expect(writeMessage(many(10))).toBe("Soup lacks p0, p1, p2, p3, p4, p5, p6, p7 and 2 more.");
    expect(writeMessage(many(10), chinese)).toBe("Soup缺少p0、p1、p2、p3、p4、p5、p6、p7 等（另有 2 项）。");
  });
});

describe("A fault", () => {
  it("is an error whose message is the English text, with its code and what else it was given", () => {
    const fault = new Fault(texts.missing({ dish: "Soup", parts: ["salt"] }), {
      field: "salt",
      hint: texts.closed(),
      retryable: true,
    });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      message: "Soup lacks salt.",
      code: "kitchen.missing",
      field: "salt",
      retryable: true,
    });
    expect(messageOf(fault)).toBe(fault.said);
  });

  it("is told apart from a stranger's error, whose words stay as they are", () => {
    expect(messageOf(new TypeError("x is not a function"))).toBe("x is not a function");
    expect(messageOf("thrown text")).toBe("thrown text");
  });
});
