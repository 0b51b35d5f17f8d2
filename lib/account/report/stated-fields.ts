import { writeNumber, writeQuantity } from "../../charts/number-text.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { type Language, writeList, writeMessage } from "../../message/write.ts";
import type { Account, AccountTotal, MatchKind } from "../account-shapes.ts";
import { askedFields, type FieldKey, fieldLabels } from "./asked-fields.ts";
import type { ReportField, ReportStandard } from "./report.ts";

const texts = messages("account.stated", {
  notStated: { en: "not stated", zh: "未说明" },
  calendarYear: { en: "Calendar year {year}", zh: "{year} 日历年" },
  figure: { en: "{label}: {value}", zh: "{label}：{value}" },
  noFigure: { en: "{label}: no line has emissions", zh: "{label}：没有用量行有排放" },
  covered: { en: "Figures for: {labels:and}", zh: "已有数值：{labels:and}" },
  exclusions: {
    en: "{lines} {lines:line has|lines have} no emissions and {rows} {rows:row is|rows are} left out of the figures; the reasons, and what the account does not cover, stand under “Not covered” and “Left out”.",
    zh: "{lines} 行没有排放量，{rows} 行未计入；原因和账户不涵盖的内容见“不涵盖”和“未采用”。",
  },
  methods: { en: "See “Method”.", zh: "见“方法”。" },
  quality: {
    en: "{lines} of {of} lines have emissions; factors found by {kinds:and}.",
    zh: "{of} 行中有 {lines} 行有排放；因子的确定方式：{kinds:and}。",
  },
  gas: { en: "{gas}: {mass} t, {co2e}", zh: "{gas}：{mass} t，{co2e}" },
  severalGases: {
    en: "Not split by gas, because the factors are of several gases together: {co2e}",
    zh: "未按气体拆分（因子为多种气体合计）：{co2e}",
  },
  counted: { en: "{kind} ({count})", zh: "{kind}（{count}）" },
});

/** How sure a match is, for readers. */
export const matchKindTexts = messages("account.match", {
  mapping: { en: "the mapping file", zh: "映射文件" },
  code: { en: "code", zh: "代码" },
  name: { en: "name", zh: "名称" },
  class: { en: "class", zh: "类别" },
  none: { en: "nothing", zh: "未匹配" },
});

/** The fields that a standard asks for, filled from the account and by what a person states. */
export function statedFields(
  account: Account,
  standard: ReportStandard,
  statements: ReadonlyMap<string, string>,
  language: Language,
): ReportField[] {
  const say = (sentence: Sentence) => writeMessage(sentence, language);
  const facts = new Facts(account, language);
  return askedFields[standard].fields.map((key) => {
    const value = statements.get(key)?.trim() || facts.of(key);
    return { key, label: say(fieldLabels[key]()), value: value ?? say(texts.notStated()), isStated: value !== null };
  });
}

/** What an account says of the fields by itself. */
class Facts {
  readonly #account: Account;
  readonly #language: Language;

  constructor(account: Account, language: Language) {
    this.#account = account;
    this.#language = language;
  }

  /** Null where only a person can say it. */
  of(key: FieldKey): string | null {
    const { year, metric, region, sources, method, totals } = this.#account;
    switch (key) {
      case "period":
        return this.#say(texts.calendarYear({ year }));
      case "metric":
        return metric;
      case "territory":
        return region;
      case "functionalUnit":
        // The label of a product's total says what its figures are for.
        return totals[0]?.key === "product" ? this.#say(totals[0].label) : null;
      case "scope1":
        return this.#figures(({ key: of }) => of === "scope1");
      case "scope2Location":
        return this.#figures(({ key: of }) => of === "scope2.location");
      case "scope2Market":
        return this.#figures(({ key: of }) => of === "scope2.market");
      case "scope3":
        return this.#figures(({ key: of }) => of.startsWith("scope3"));
      case "total":
        return this.#figures((total) => total === totals[0] || total.key.startsWith("all"));
      case "stages":
      case "categories":
        return this.#figures((total) => total !== totals[0]);
      case "operations":
        return this.#operations();
      case "biogenic":
        return this.#biogenic();
      case "gases":
        return this.#gases();
      case "exclusions":
      case "completeness":
        return this.#exclusions();
      case "methods":
      case "tiers":
        return method.length === 0 ? null : this.#say(texts.methods());
      case "factors":
        return this.#list([...new Set(sources.map(({ source }) => this.#say(source as Sentence)))]);
      case "dataQuality":
        return this.#quality();
      default:
        return null;
    }
  }

  #say(sentence: Sentence): string {
    return writeMessage(sentence, this.#language);
  }

  #list(items: readonly string[]): string | null {
    return items.length === 0 ? null : writeList(items, "lines", this.#language);
  }

  #figures(isWanted: (total: AccountTotal) => boolean): string | null {
    const wanted = this.#account.totals.filter(isWanted);
    return this.#list(
      wanted.map(({ label, value, unit }) =>
        this.#say(
          value === null
            ? texts.noFigure({ label })
            : texts.figure({ label, value: writeQuantity(writeNumber(value), unit) }),
        ),
      ),
    );
  }

  #operations(): string | null {
    const labels = this.#account.totals
      .filter(({ key, value }) => value !== null && !key.startsWith("all"))
      .map(({ label }) => label);
    return labels.length === 0 ? null : this.#say(texts.covered({ labels }));
  }

  #gases(): string | null {
    const { gases = [], metric } = this.#account;
    // Without any gas of its own there is nothing to state.
    if (!gases.some(({ mass }) => mass !== null)) return null;
    return this.#list(
      gases.map(({ gas, mass, co2e: value }) => {
        const co2e = writeQuantity(writeNumber(value), `t CO2e ${metric}`);
        return this.#say(
          mass === null ? texts.severalGases({ co2e }) : texts.gas({ gas, mass: writeNumber(mass), co2e }),
        );
      }),
    );
  }

  #biogenic(): string | null {
    const of = this.#account.totals.find(({ biogenicCo2 }) => biogenicCo2 !== null);
    return of ? writeQuantity(writeNumber(of.biogenicCo2!), "t CO2") : null;
  }

  #exclusions(): string | null {
    const { leftOut, notCovered, coverage } = this.#account;
    const rows = leftOut.filter(({ kind }) => kind === "unreadable" || kind === "money" || kind === "repeated").length;
    const lines = coverage.of - coverage.lines;
    return rows + lines + notCovered.length === 0 ? null : this.#say(texts.exclusions({ lines, rows }));
  }

  #quality(): string {
    const { lines, coverage } = this.#account;
    const counts = new Map<MatchKind, number>();
    for (const { match } of lines) counts.set(match.kind, (counts.get(match.kind) ?? 0) + 1);
    const kinds = [...counts].map(([kind, count]): Message => texts.counted({ kind: matchKindTexts[kind](), count }));
    return this.#say(texts.quality({ lines: coverage.lines, of: coverage.of, kinds }));
  }
}
