import { describe, expect, it } from "vitest";
import { chipsOf } from "../../../../app/workbench/ask/chips.ts";
import type { Assumption, Reading } from "../../../../lib/dialogue/plan.ts";

const label = (en: string) => ({ en, zh: en });

function reading(slot: Reading["slot"], value: string | number, more: Partial<Reading> = {}): Reading {
  return { span: [0, 0, 1], slot, value, label: label(String(value)), via: "exact", rivals: [], ...more };
}

const principle: Assumption = {
  slot: "principle",
  value: "territorial",
  label: label("territorial"),
  because: label("it is the usual one"),
  rivals: [{ value: "consumption", label: label("consumption") }],
};

describe("The chips of a plan", () => {
  it("are what was read, in the order of the words, then what was assumed, marked", () => {
    const chips = chipsOf({
      read: [
        reading("year", 2018, { span: [1, 20, 24] }),
        reading("place", "ESP", { span: [1, 3, 8], via: "fuzzy" }),
        reading("gas", "CO2", { span: [0, 1, 2], via: "context" }),
      ],
      assumed: [principle],
    });
    expect(chips.map(({ slot, mark }) => [slot, mark])).toEqual([
      ["place", "fuzzy"],
      ["year", null],
      ["gas", "context"],
      ["principle", "assumed"],
    ]);
  });

  it("offer the rivals of the present meaning, which comes first, and each choice once", () => {
    const [chip] = chipsOf({ read: [], assumed: [principle] }, () => [
      { value: "territorial", label: label("territorial") },
      { value: "extraction", label: label("extraction") },
    ]);
    expect(chip?.choices.map(({ value }) => value)).toEqual(["territorial", "consumption", "extraction"]);
  });

  it("offer what a slot may be only to a meaning that is one of these", () => {
    const fuels = () => [
      { value: "coal", label: label("coal") },
      { value: "oil", label: label("oil") },
    ];
    const choicesOf = (value: string) => chipsOf({ read: [reading("source", value)], assumed: [] }, fuels)[0]?.choices;
    expect(choicesOf("coal")?.map(({ value }) => value)).toEqual(["coal", "oil"]);
    expect(choicesOf("ocean sink")?.map(({ value }) => value)).toEqual(["ocean sink"]);
  });

  it("offer no choice where a slot has several values, of which a choice would replace all", () => {
    const rivals = [{ value: "PRT", label: label("Portugal") }];
    const read = [reading("place", "ESP", { rivals }), reading("place", "FRA", { span: [0, 5, 9] })];
    expect(chipsOf({ read, assumed: [] }, () => rivals).map(({ choices, isFree }) => [choices.length, isFree])).toEqual(
      [
        [1, false],
        [1, false],
      ],
    );
  });

  it("leave out what is done with the figures unless it could be something else, and say nothing twice", () => {
    const read = [reading("operation", "rank"), reading("place", "ESP"), reading("place", "ESP", { span: [0, 9, 12] })];
    expect(chipsOf({ read, assumed: [] }).map(({ slot }) => slot)).toEqual(["place"]);
    const rivals = [{ value: "share", label: label("share") }];
    expect(chipsOf({ read: [reading("operation", "rank", { rivals })], assumed: [] })).toHaveLength(1);
  });

  const emissions = ["fossil CO2, territorial", "CO2, consumption", "gases of CEDS", "N2O of EDGAR"];
  const labels = (chip: ReturnType<typeof chipsOf>[number] | undefined) => chip?.choices.map(({ label }) => label.en);

  it("offer the neighbours of a measure, and what it is related to, the present ones first", () => {
    const read = [
      reading("measure", "", { value: emissions }),
      reading("operation", "per head"),
      reading("gas", "CH4"),
    ];
    const [measure, related, gas] = chipsOf({ read, assumed: [] });
    expect(labels(measure)).toEqual([
      "methane",
      "fossil CO2, territorial",
      "CO2, consumption-based",
      "CO2, net imports by trade",
      "CO2 of land-use change",
      "nitrous oxide",
      "all greenhouse gases",
    ]);
    expect([related?.isQuotient, labels(related)]).toEqual([true, ["per person", "total", "per GDP"]]);
    expect([gas?.slot, gas?.label.en]).toEqual(["gas", "CH4"]);
  });

  it("are one for a measure that two words name", () => {
    const read = [
      reading("measure", "", { value: ["CO2, consumption"] }),
      reading("measure", "", { value: emissions, span: [0, 9, 12] }),
    ];
    const chips = chipsOf({ read, assumed: [principle] });
    expect(chips.map(({ slot, label }) => [slot, label.en])).toEqual([
      ["measure", "CO2, consumption-based"],
      ["operation", "total"],
      ["principle", "territorial"],
    ]);
  });

  it("offer no neighbour to a part of a measure, nor another relation where more is done with the figures", () => {
    const measure = reading("measure", "", { value: emissions });
    const ofCoal = chipsOf({ read: [measure, reading("source", "coal")], assumed: [] });
    expect(ofCoal.map(({ choices }) => choices.length)).toEqual([1, 1]);
    const ranked = chipsOf({ read: [measure, reading("operation", "rank")], assumed: [] });
    expect(ranked.map(({ slot }) => slot)).toEqual(["measure"]);
  });
});
