import { describe, expect, it } from "vitest";
import { shippedDialogue } from "./shipped-dialogue.ts";

const opened = shippedDialogue;

async function ask(text: string) {
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  return (await opened).ask({ turns: [{ text }], language });
}

async function placesOf(text: string) {
  const reply = await ask(text);
  return reply.kind === "answer"
    ? reply.values.flatMap(({ value, unit, primary }) => (primary && unit === "iso3" ? [value] : []))
    : reply.kind;
}

describe("One place of a ranking", () => {
  it.each([
    ["Which country emitted the third most CO2 in 2020?", "IND"],
    ["Second-largest CO2 emitter in 2020?", "USA"],
    ["Who was the runner-up in CO2 emissions in 2020?", "USA"],
    ["Which country is the 4th biggest CO2 emitter of 2020?", "RUS"],
    ["Which country ranked third in CO2 emissions in 2020?", "IND"],
    ["Who came second in CO2 emissions in 2020?", "USA"],
    ["2020年第三大碳排放国是哪个？", "IND"],
    ["2020年碳排放第三多的国家是哪个？", "IND"],
    ["2020年碳排放排名第三的国家是哪个？", "IND"],
    ["2020年碳排放亚军是哪个国家？", "USA"],
  ])("is answered with that place alone: %s", async (question, place) => {
    expect(await placesOf(question)).toEqual([place]);
  });

  it("is counted from the other end by what is lowest", async () => {
    const [last, second] = (await placesOf("Which two countries emitted the least CO2 in 2020?")) as string[];
    expect(await placesOf("The second smallest emitter in 2020?")).toEqual([second]);
    expect(await placesOf("2020年碳排放倒数第二的国家是哪个？")).toEqual([second]);
    expect(second).not.toBe(last);
  });

  it.each([
    // What has no ranking of its own may not take a place of one for its first.
    "In which year were Norway's emissions third highest?",
    "挪威哪一年的碳排放第三高？",
    "Which countries were the second and the fifth largest emitters in 2020?",
  ])("is not passed over: %s", async (question) => {
    expect((await ask(question)).kind).not.toBe("answer");
  });

  it("is refused where the list is shorter", async () => {
    expect(await placesOf("Which country of the G7 was the ninth largest CO2 emitter in 2020?")).toBe("refuse");
  });
});
