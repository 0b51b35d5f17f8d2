import { decimalsOf, writeNumber, writeQuantity } from "../charts/number-text.ts";
import type { Text } from "../message/message.ts";
import type { Language } from "./conversation.ts";
import type { Assumption, Json, Plan, Slot } from "./plan.ts";
import type { Answer, Reply, Value } from "./reply.ts";
import { valueAt } from "./result-path.ts";
import type { Part, Template } from "./template.ts";

/** A figure of a written reply. */
export interface WrittenValue {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly cell: string;
  readonly hash: string;
  readonly source: readonly { readonly dataset: string; readonly where: string }[];
  readonly primary?: true;
  readonly lo?: number;
  readonly hi?: number;
}

/** A reply as `yuheng ask --json` prints it: its texts in one language. */
export interface WrittenReply {
  readonly kind: Reply["kind"];
  readonly plan: readonly {
    readonly id: string;
    readonly tool: string;
    readonly args: { readonly [key: string]: Json };
  }[];
  readonly values: readonly WrittenValue[];
  readonly text: string;
  readonly cells: readonly { readonly id: string; readonly source: string }[];
  /** How the words were understood, and what was taken by default. */
  readonly read: readonly {
    readonly slot: Slot;
    readonly value: Json;
    readonly label: string;
    readonly words: readonly [number, number, number];
  }[];
  readonly assumed: readonly {
    readonly slot: Slot;
    readonly value: Json;
    readonly label: string;
    readonly because: string;
  }[];
  readonly ask?: {
    readonly slot: Slot;
    readonly question: string;
    readonly options: readonly {
      readonly value: Json;
      readonly label: string;
      readonly effect?: readonly WrittenValue[];
    }[];
  };
  readonly refuse?: {
    readonly reason: string;
    readonly nearest: readonly { readonly label: string; readonly question: string }[];
  };
  readonly phases?: readonly string[];
  /** The model that has proposed the plan, asked back or was asked in vain; none if the planner did all. */
  readonly by?: { readonly provider: string; readonly model: string };
  readonly properties?: { readonly [name: string]: Json };
}

export function writeReply(reply: Reply, language: Language): WrittenReply {
  const of = (text: Text) => text[language];
  const plan = reply.kind === "answer" ? reply.plan : reply.pending;
  const common = {
    kind: reply.kind,
    plan: plan.steps.map(({ id, tool, args }) => ({ id, tool, args })),
    read: plan.read.map(({ slot, value, label, span }) => ({ slot, value, label: of(label), words: span })),
    assumed: plan.assumed.map(({ slot, value, label, because }) => ({
      slot,
      value,
      label: of(label),
      because: of(because),
    })),
    ...(plan.by === "planner" ? {} : { by: plan.by }),
  };
  if (reply.kind === "answer")
    return {
      ...common,
      values: reply.values.map((value) => writtenValue(value, language)),
      text: [writeTemplate(reply.text, reply, language), ...writeAssumptions(plan.assumed, language)].join(" ").trim(),
      cells: reply.cells.map(({ id, source }) => ({ id, source })),
      ...(reply.phases ? { phases: reply.phases } : {}),
      ...(reply.properties ? { properties: reply.properties } : {}),
    };
  if (reply.kind === "ask") {
    const options = reply.options.map(({ value, label, effect }) => ({
      value,
      label: of(label),
      ...(effect ? { effect: effect.map((each) => writtenValue(each, language)) } : {}),
    }));
    return {
      ...common,
      values: [],
      text: of(reply.question),
      cells: [],
      ask: { slot: reply.slot, question: of(reply.question), options },
    };
  }
  const nearest = reply.nearest.map(({ label, question }) => ({ label: of(label), question: of(question) }));
  const values = reply.values.map((value) => writtenValue(value, language));
  const text = writeTemplate(reply.sentence, { values: reply.values, plan }, language);
  return { ...common, values, text, cells: [], refuse: { reason: reply.reason, nearest } };
}

/** What was taken by default, in one sentence: words alone, or names. */
export function writeAssumptions(assumed: readonly Assumption[], language: Language): string[] {
  if (assumed.length === 0) return [];
  const parts = assumed.map(({ slot, label, because }) => {
    const name = slot === "edition" ? `\`${label[language]}\`` : label[language];
    return language === "zh" ? `${name}（${because.zh}）` : `${name} (${because.en})`;
  });
  return [language === "zh" ? `默认口径：${parts.join("；")}。` : `By default: ${parts.join("; ")}.`];
}

/** A sentence in one language, with its figures written out. */
export function writeTemplate(
  template: Template,
  { values, plan }: Pick<Answer, "values" | "plan">,
  language: Language,
): string {
  return template[language]
    .map((part) => writePart(part, values, plan, language))
    .join("")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

export function writePart(part: Part, values: readonly Value[], { steps }: Plan, language: Language = "en"): string {
  if (typeof part === "string") return part;
  if ("name" in part) return part.name;
  if ("cite" in part) return "";
  if ("quoted" in part) return part.quoted;
  if ("source" in part) return `\`${part.source}\``;
  if ("given" in part) {
    const [id, path] = part.given;
    return String(valueAt(id, steps.find((step) => step.id === id)?.args, path));
  }
  return writeValue(values[part.ref]!, part.digits, language);
}

/** Masses of which each is a thousand of the one before. */
const masses = ["kg", "t", "kt", "Mt", "Gt"];
/** From here on a mass is written with the next larger unit. */
const LARGE = 1e5;

const tonNames = { en: { short: "short tons", long: "long tons" }, zh: { short: "短吨", long: "长吨" } } as const;

/** How a figure is written: divided by a power of a thousand, so that a mass has few digits, with the unit in words of the language. */
export function writtenUnit(value: number, unit: string, language: Language): { thousands: number; unit: string } {
  if (unit === "1000 ha") return { thousands: 0, unit: language === "zh" ? "千公顷" : "thousand ha" };
  const tons = unit.replace(/^ton_(short|long)/, (_, kind) => tonNames[language][kind as "short" | "long"]);
  const named = language === "zh" ? tons.replace(/\bpersons?\b/, "人") : tons;
  const [, mass = "", rest = ""] = /^(kg|t|kt|Mt)((?: [^/]*)?(?:\/yr)?)$/.exec(named) ?? [];
  const from = masses.indexOf(mass);
  if (from < 0 || Math.abs(value) < LARGE) return { thousands: 0, unit: named };
  let at = from;
  while (Math.abs(value) / 1000 ** (at - from) >= 1e4 && at < masses.length - 1) at += 1;
  return { thousands: at - from, unit: `${masses[at]}${rest}` };
}

/** A figure with its unit: years and names as they are. */
export function writeValue(
  { value, unit }: Pick<Value, "value" | "unit">,
  decimals?: number,
  language: Language = "en",
): string {
  if (typeof value !== "number") return String(value);
  if (unit === "year") return String(value);
  const written = writtenUnit(value, unit, language);
  const size = value / 1000 ** written.thousands;
  const number = writeNumber(size, decimals ?? (Number.isInteger(size) ? 0 : decimalsOf(size)));
  return writeQuantity(number, written.unit === "1" ? "" : written.unit);
}

function writtenValue(
  { name, value, unit, cell, hash, source, primary, lo, hi }: Value,
  language: Language,
): WrittenValue {
  return {
    name: name[language],
    value,
    unit,
    cell,
    hash,
    source,
    ...(primary ? { primary } : {}),
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
  };
}
