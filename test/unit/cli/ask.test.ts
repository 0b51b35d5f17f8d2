import { describe, expect, test } from "vitest";
import { yuheng } from "./yuheng.ts";

describe("yuheng ask", () => {
  test("answers in a sentence, in the language of the question", async () => {
    const { code, out } = await yuheng(["ask", "population of Kenya in 2001"]);
    expect([code, out]).toEqual([0, expect.stringContaining("Population of Kenya in 2001: ")]);
    expect((await yuheng(["ask", "肯尼亚2001年人口"])).out).toContain("肯尼亚2001年人口：");
  });

  test("prints the answer as JSON, with the cells that compute it", async () => {
    const { code, out } = await yuheng(
      ["ask", "--json"],
      JSON.stringify({ turns: ["population of Kenya in 2001", "And Togo?"], lang: "en" }),
    );
    expect(code).toBe(0);
    const { kind, values, cells, plan } = JSON.parse(out);
    expect(kind).toBe("answer");
    expect(values[0]).toMatchObject({ unit: "persons", cell: "tgo2001", primary: true });
    expect(cells[0].source).toContain("data.query(");
    expect(plan[0].args.where).toMatchObject({ iso3: "TGO", year: 2001 });
  });

  test("asks back with options that it can take", async () => {
    const { out } = await yuheng(["ask", "emissions of Korea in 2005"]);
    expect(out).toMatch(/Which country do you mean by “Korea”\?\n {2}· South Korea: .+\n {2}· North Korea: /);
  });

  test("reads a conversation a line, and goes on after a line that is none", async () => {
    const lines = [
      '{"turns":["population of Kenya in 2001"]}',
      "{broken",
      JSON.stringify({ turns: ["x".repeat(3000)] }),
      "population of Togo in 2001",
    ];
    const { code, out } = await yuheng(["ask", "--jsonl"], `${lines.join("\n")}\n`);
    expect(code).toBe(0);
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(replies.map(({ kind }) => kind)).toEqual(["answer", "error", "error", "answer"]);
    expect(replies[1].text).toContain("is not JSON");
  });

  test("says what it expects", async () => {
    expect(await yuheng(["ask"], "")).toMatchObject({ code: 2, err: expect.stringContaining("What is the question?") });
    expect(await yuheng(["ask", "--json"], '{"turns":[]}')).toMatchObject({
      code: 2,
      err: expect.stringContaining("turns"),
    });
  });
});
