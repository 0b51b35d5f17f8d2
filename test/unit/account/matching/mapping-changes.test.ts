import { describe, expect, test } from "vitest";
import type { ReadLine } from "../../../../lib/account/line-shape.ts";
import { mappingShape } from "../../../../lib/account/mapping-shape.ts";
import { mappingChanges } from "../../../../lib/account/matching/mapping-changes.ts";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";
import { writeMessage } from "../../../../lib/message/write.ts";

const linesOf = (rows: readonly string[]): readonly ReadLine[] =>
  readSheets([pastedSheet("a.csv", `Site,Item,Amount,Unit\n${rows.join("\n")}\n`)], { file: "a.csv" }).lines;

const changes = (rows: readonly string[], entries: readonly object[], tag = "en") =>
  mappingChanges(linesOf(rows), mappingShape.parse({ entries })).map((said) => writeMessage(said, { tag }));

const check = "so its entry was not used. Check what the line was matched to.";

describe("What a mapping of another file lacks", () => {
  test.each([
    ["nothing, if each line has its entry", ["A,Gas,1,kWh"], [{ name: "gas", unit: "kWh" }], []],
    [
      "nothing, if another entry of the same line says more",
      ["A,Gas,1,kWh"],
      [{ name: "Gas" }, { name: "Gas", site: "A" }],
      [],
    ],
    [
      "a unit",
      ["A,Gas,1,kWh"],
      [{ name: "Gas", unit: "m3", site: "A" }],
      [`“Gas” is in kWh here but in m3 in the mapping, ${check}`],
    ],
    [
      "a site, though its unit is the same",
      ["B,Gas,1,kWh"],
      [{ name: "Gas", unit: "kWh", site: "A" }],
      [`“Gas” is at B here but at A in the mapping, ${check}`],
    ],
    [
      "an entry of two units, each of which is said",
      ["A,Gas,1,kWh"],
      [
        { name: "Gas", unit: "m3" },
        { name: "Gas", unit: "L" },
      ],
      [
        `“Gas” is in kWh here but in m3 in the mapping, ${check}`,
        `“Gas” is in kWh here but in L in the mapping, ${check}`,
      ],
    ],
    [
      "a unit that is no longer used beside one that is",
      ["A,Gas,1,kWh"],
      [
        { name: "Gas", unit: "kWh" },
        { name: "Gas", unit: "L" },
      ],
      ["1 entry of the mapping fits no line of this file: Gas."],
    ],
    [
      "a name, for which one new name shares most words",
      ["A,Natural gas (boiler house),1,kWh", "A,Water,1,m3"],
      [{ name: "Natural gas boiler house 2" }],
      [
        "“Natural gas boiler house 2” in the mapping fits no line of this file; “Natural gas (boiler house)” may be its new name. If it is, match that line in the same way.",
        "1 name is not in the mapping and was matched anew: Water.",
      ],
    ],
    [
      "a name, for which two new names share as many words",
      ["A,Gas north,1,kWh", "A,Gas south,1,kWh"],
      [{ name: "Gas" }],
      [
        "1 entry of the mapping fits no line of this file: Gas.",
        "2 names are not in the mapping and were matched anew: Gas north and Gas south.",
      ],
    ],
    [
      "nothing new, where a person has settled few lines",
      ["A,Gas,1,kWh", "A,Oil,1,L", "A,Coal,1,t"],
      [{ name: "Gas" }],
      [],
    ],
  ])("%s", (_, rows, entries, expected) => {
    expect(changes(rows, entries)).toEqual(expected);
  });

  test("in Chinese", () => {
    expect(
      changes(
        ["乙,天然气,1,m3", "甲,柴油,1,L", "甲,生物质颗粒,1,t"],
        [
          { name: "天然气", site: "甲" },
          { name: "柴油", unit: "t" },
          { name: "锅炉煤", unit: "t" },
        ],
        "zh-CN",
      ),
    ).toEqual([
      "“天然气”在本文件中属于乙，在对应表中属于甲，因此未采用该项。请检查此行的匹配结果。",
      "“柴油”在本文件中以 L 计，在对应表中以 t 计，因此未采用该项。请检查此行的匹配结果。",
      "对应表中有 1 项与本文件的任何行都不符：锅炉煤。",
      "有 1 个名称不在对应表中，已重新匹配：生物质颗粒。",
    ]);
  });

  test("is said of each or counted, of however many lines", () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, i) => `A,Meter ${i} of the hall,1,kWh`);
    const entries = Array.from({ length: count }, (_, i) => ({ name: `Meter ${count + i} of the hall`, skip: "sold" }));
    const said = changes(rows, entries);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain(`${count} entries of the mapping fit no line`);
    expect(said[1]).toContain(`${count} names are not in the mapping`);
  });
});
