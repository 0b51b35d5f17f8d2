import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MOST_STEPS } from "../../../kernel/dialogue/model/read-answer.ts";
import { agentNames } from "../../../lib/dialogue/agent-name.ts";
import { catalogue } from "../datasets/shipped.ts";

// The numbers of the manual that can be counted: of what ships, and of its data.

const root = join(import.meta.dirname, "../../..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8").replaceAll(/\s+/g, " ");
const [english, chinese] = [textOf("README.md"), textOf("README.zh-CN.md")];

interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly years: readonly [number, number] | null;
}

const datasets = new Map((catalogue.datasets as readonly Dataset[]).map((each) => [each.name, each]));
const rowsOf = (name: string) => datasets.get(name)!.rows;
const spanOf = (name: string, joint = "–") => datasets.get(name)!.years!.join(joint);

const lessons = readdirSync(join(root, "notebooks")).filter((name) => /^lesson-.*\.html$/.test(name)).length;
const word = (count: number) => ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][count]!;
const han = (count: number) => "零一二三四五六七八九"[count]!;
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

describe("The manual counts", () => {
  test("the lessons and agents that ship", () => {
    expect(english).toContain(`${capital(word(lessons))} lessons are included`);
    expect(chinese).toContain(`自带${han(lessons)}门`);
    expect(english).toContain(`lets one of ${word(agentNames.length)} (`);
    expect(chinese).toContain(`可让${han(agentNames.length)}个代理之一`);
    expect(textOf("ARCHITECTURE.md")).toContain(`| \`agents\` | the ${word(agentNames.length)} agents`);
    expect(textOf("SECURITY.md")).toContain(`A model may plan up to ${word(MOST_STEPS)} steps`);
  });

  test("the regions of its tables, and the emitters of the first picture", () => {
    const regions = rowsOf("mrio_regions");
    expect(english).toContain(`trade accounts of ${regions} regions`);
    expect(chinese).toContain(`${regions} 个区域的生产端、消费端与贸易账户`);
    const [, emitters] = /limit (\d+)/.exec(textOf("notebooks/welcome.html"))!;
    expect(Number(emitters)).toBe(12);
    expect(english).toContain("the dots of twelve countries follow");
    expect(chinese).toContain("十二个国家的圆点");
  });

  test("the years of its tables", () => {
    const tables = [...datasets.values()].filter(({ name }) => /^mrio_flows(?:_\d+)?$/.test(name));
    const years = tables.map(({ years }) => years![0]).sort();
    expect(english).toContain(`All WIOD tables of ${years[0]}–${years.at(-1)} are included`);
    expect(english).toContain(`the input–output tables of ${years[0]}–${years.at(-1)}`);
    expect(tables).toHaveLength(years.at(-1)! - years[0]! + 1);
    // The carried tables begin the year after the published one that is carried.
    const [carried, last] = datasets.get("carried_accounts")!.years!;
    expect(english).toContain(`the modelled tables of ${carried + 1}–${last}`);
    expect(english).toContain(`CO₂ by sector and households, ${spanOf("mrio_co2")}`);
    expect(english).toContain(`of ${word(6)} countries ${spanOf("power_hours")}`);
    expect(datasets.get("power_hours")!.title).toContain("in 6 countries");
    expect(english).toContain(`European residual mixes ${spanOf("residual_mixes", " and ")}`);
    expect(english).toContain(`margins by country ${datasets.get("grid_margins")!.years![0]}`);
  });

  test("the version of Node that it needs", () => {
    const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const version = engines.node.replace(">=", "");
    expect(english).toContain(`It needs Node ${version} or newer`);
    expect(chinese).toContain(`需要 Node ${version} 或更高版本`);
  });
});
