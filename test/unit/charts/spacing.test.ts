import type * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { rememberSentences } from "../../../kernel/services/compute/sentences.ts";
import { declared, messages } from "../../../lib/message/message.ts";
import { chartCases } from "../../charts/chart-cases.ts";

openRealm();

/** A Han character directly beside a Latin letter or a digit. */
const CLOSE = /\p{Script=Han}[\p{Script=Latin}\d]|[\p{Script=Latin}\d\u2080-\u2089%]\p{Script=Han}/u;

const charts = chartsIn({ language: "zh-CN", width: 740, cite: (names) => document.createTextNode(names.join("; ")) });

describe("The Chinese of charts", () => {
  it("has a space at each hole beside a Han character: it is kept before a Latin word and dropped before another", () => {
    const texts = [...declared].filter(([code]) => /^charts\b/.test(code)).map(([, { zh }]) => zh);
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => /\p{Script=Han}\{|\}\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it.each(chartCases)("stands apart from Latin words and numbers in $name", ({ draw }) => {
    const figure = draw(charts, 740);
    const words = [
      figure.querySelector("svg")!.getAttribute("aria-label")!,
      ...[...figure.querySelectorAll("h2, h3, svg text")].map(({ textContent }) => textContent ?? ""),
    ];
    expect(words.filter((text) => CLOSE.test(text))).toEqual([]);
  });

  it("writes a measure in Latin letters and one in Chinese behind the year as each is written", () => {
    const subtitle = (measure: string) =>
      charts
        .balance([{ name: "A", production: 2, consumption: 1 }], { label: "name", unit: "Mt CO2", year: 2022, measure })
        .querySelector("h3")!.textContent;
    expect(subtitle("CO₂")).toMatch(/^2022 年 CO₂，百万吨：/);
    expect(subtitle("化石 CO₂")).toMatch(/^2022 年化石 CO₂，百万吨：/);
  });

  it("writes in Chinese what a result says in English, and a year in a unit", () => {
    const noted = messages("noted", { range: { en: "range of two sources", zh: "两个来源的范围" } }).range();
    rememberSentences([noted]);
    const options = { unit: "Mt CO2/yr" };
    const { marks = [] } = charts.ladder.options(
      [{ label: "A", value: 2, note: "range of two sources\nGCB" }],
      options,
    );
    const tips = (marks as Plot.Mark[]).flatMap((mark) => {
      const { data, channels } = mark as unknown as {
        data: unknown[];
        channels: { title?: { value: (row: unknown) => string } };
      };
      return channels?.title ? data.map(channels.title.value) : [];
    });
    expect(tips).toEqual(["A\n数值：2\u00a0Mt CO₂/年\n两个来源的范围\nGCB"]);
  });
});
