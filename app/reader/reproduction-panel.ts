import { html, nothing, type TemplateResult } from "lit";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import type { CellVerdict } from "./reproduction.ts";

const panelTexts = messages("reader", {
  cell: { en: "Cell {place}", zh: "第 {place} 个单元格" },
  reproduction: { en: "Reproduction", zh: "复现" },
  reproducing: { en: "Running again: {done} of {all} cells", zh: "正在重新运行：已完成 {done}/{all} 个单元" },
  reproduced: {
    en: "✔ Reproduced: {count:the one cell gives|all cells give} what was published ({count}).",
    zh: "✔ 已复现：全部 {count} 个单元与发布的结果一致。",
  },
  differs: {
    en: "✘ {count} of {all} cells {count:differs|differ} from what was published.",
    zh: "✘ {all} 个单元中有 {count} 个与发布的结果不一致。",
  },
  notReproduced: { en: "The notebook could not be run again: {reason}", zh: "笔记本未能重新运行：{reason}" },
  how: {
    en: "Code, inputs, data and results are compared by their SHA-256. Numbers count to {digits} significant digits; below 10⁻⁹ they are 0.",
    zh: "代码、输入、数据和结果按 SHA-256 比对。数值取 {digits} 位有效数字，绝对值小于 10⁻⁹ 视为 0。",
  },
  close: { en: "Close", zh: "关闭" },
});

/** The verdicts of the reproduction of a cell. */
const verdictTexts = messages("reader.verdict", {
  same: { en: "✔ reproduced", zh: "✔ 已复现" },
  code: { en: "✘ its code differs", zh: "✘ 代码不同" },
  data: { en: "✘ it read different data than the page was built with", zh: "✘ 读取的数据与生成页面时不同" },
  inputs: { en: "✘ differs, because a cell that it reads differs", zh: "✘ 不一致，因为它读取的单元不一致" },
  result: { en: "✘ differs, from the same code, inputs and data", zh: "✘ 代码、输入和数据相同，结果却不一致" },
  failed: { en: "✘ failed", zh: "✘ 运行失败" },
  unproved: { en: "– published without a result", zh: "– 发布时没有结果" },
});

/** The state of a run that is compared with the published results. */
export type Reproduction =
  | { readonly state: "running"; readonly done: number; readonly all: number }
  | { readonly state: "done"; readonly verdicts: readonly CellVerdict[]; readonly digits: number }
  | { readonly state: "failed"; readonly reason: Sentence };

/** Which outputs a second run reproduced: a summary, and cell by cell. */
export function reproductionPanel(
  reproduction: Reproduction,
  close: () => void,
  reveal: (cell: number) => void,
): TemplateResult {
  return html`<section class="reproduction" aria-label=${say(panelTexts.reproduction())}>
    <p class="sum" role="status">${sumOf(reproduction)}</p>
    ${
      reproduction.state === "done"
        ? html`<ol>
              ${reproduction.verdicts.map(
                ({ cell, place, verdict, reason }) => html`<li data-verdict=${verdict}>
                  <button type="button" @click=${() => reveal(cell)}>${say(panelTexts.cell({ place }))}</button>
                  <span>${say(verdictTexts[verdict]())}${reason ? html`<br />${say(reason)}` : nothing}</span>
                </li>`,
              )}
            </ol>
            <p class="how">${say(panelTexts.how({ digits: reproduction.digits }))}</p>`
        : nothing
    }
    <button type="button" class="close" @click=${close}>${say(panelTexts.close())}</button>
  </section>`;
}

function sumOf(reproduction: Reproduction): string {
  if (reproduction.state === "running")
    return say(panelTexts.reproducing({ done: reproduction.done, all: reproduction.all }));
  if (reproduction.state === "failed") return say(panelTexts.notReproduced({ reason: reproduction.reason }));
  const proved = reproduction.verdicts.filter(({ verdict }) => verdict !== "unproved");
  const same = proved.filter(({ verdict }) => verdict === "same");
  return same.length === proved.length
    ? say(panelTexts.reproduced({ count: same.length }))
    : say(panelTexts.differs({ count: proved.length - same.length, all: proved.length }));
}
