import { describe, expect, it } from "vitest";
import { plainRemark } from "../../../../kernel/dialogue/model/remark.ts";

describe("A remark of a model", () => {
  it.each([
    ["I know of no such gas.", "I know of no such gas."],
    ["One of these two is meant; 其中一个。", "One of these two is meant; 其中一个。"],
    ["See [this](http://a.example) ![p](http://b.example/p.png) now.", "See now."],
    ["Go to https://a.example/x?y=z, www.b.example or javascript:alert now.", "Go to or now."],
    ["<b onclick=x>Good</b> day <script>go()</script>to `all`.", "Good day to all."],
    ["A <img src=x onerror=go()", "A"],
    ["Due to its mix, this is of another kind.", "Due to its mix, this is of another kind."],
    ["a\u202eb\u0000c\u200bd", "a b c d"],
  ])("is plain words: %s", (said, plain) => {
    expect(plainRemark(said)).toBe(plain);
  });

  it.each([
    "It is 5.",
    "It is ５.",
    "٣١٤",
    "Ⅷ",
    "½",
    "③",
    "CO₂",
    "a few %",
    "three hundred megatonnes",
    "about sixty",
    "a dozen",
    "a third of it",
    "twice as much",
    "per cent",
    "大约三亿吨",
    "百分之五",
    "几万吨",
    "三成",
    "七十二",
    "伍仟万吨",
    "卅",
    "१२ करोड़",
    "पचास",
    "خمسون مليونا",
    "пятьдесят",
    "ห้าสิบ",
    "오십",
    "cinquante-deux",
    "fünfhundert",
    "cincuenta millones",
    "quarantadue",
    "XVII",
    "seventeen",
    "half of it",
  ])("with a figure of its own is none: %s", (said) => {
    expect(plainRemark(said)).toBeNull();
  });

  it.each(["", "   ", "![p](http://a.example)", "<br>", "…"])("without a word is none: “%s”", (said) => {
    expect(plainRemark(said)).toBeNull();
  });

  it("is cut where it is long", () => {
    expect(plainRemark("so ".repeat(1000))!.length).toBeLessThanOrEqual(300);
  });
});
