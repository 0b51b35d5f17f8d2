import { html, type TemplateResult } from "lit";
import { type FieldKey, fieldLabels } from "../../../lib/account/report/asked-fields.ts";
import { type Message, messages } from "../../../lib/message/message.ts";
import { say, speech } from "../../language/speech.ts";
import { accountTexts } from "./account-texts.ts";

/** Usual statements, of which a person may choose one. */
const usual = messages("workbench.account.statements", {
  operationalControl: { en: "Operational control", zh: "运营控制权法" },
  financialControl: { en: "Financial control", zh: "财务控制权法" },
  equityShare: { en: "Equity share", zh: "股权比例法" },
  notVerified: { en: "Not verified by a third party", zh: "未经第三方核查" },
  firstYear: { en: "This is the first year that is reported", zh: "本年为首个报告年份" },
  noRemovals: { en: "No removals", zh: "无清除量" },
});

const suggested: Partial<Readonly<Record<FieldKey, readonly (() => Message)[]>>> = {
  approach: [usual.operationalControl, usual.financialControl, usual.equityShare],
  verification: [usual.notVerified],
  baseYear: [usual.firstYear],
  removals: [usual.noRemovals],
};

/** The fields of a report in which a person states what the account does not know. */
export function reportFields(
  fields: readonly FieldKey[],
  statements: Readonly<Record<string, string>>,
  state: (key: FieldKey, text: string) => void,
): TemplateResult {
  const open = fields.filter((key) => !statements[key]?.trim()).length;
  return html`<details class="statements">
    <summary>${say(accountTexts.statements({ stated: fields.length - open, count: fields.length }))}</summary>
    <p class="hint">${say(accountTexts.statementsHint())}</p>
    <div class="fields">
      ${fields.map((key) => {
        const options = suggested[key] ?? [];
        return html`<label>
          ${say(fieldLabels[key]())}
          <input
            class="field"
            lang=${speech.language}
            maxlength="5000"
            autocomplete=${key === "organisation" ? "organization" : "off"}
            list=${`stated-${key}`}
            .value=${statements[key] ?? ""}
            @change=${({ target }: Event) => state(key, (target as HTMLInputElement).value.trim())}
          />
          <datalist id=${`stated-${key}`}>${options.map((option) => html`<option value=${say(option())}></option>`)}</datalist>
        </label>`;
      })}
    </div>
  </details>`;
}
