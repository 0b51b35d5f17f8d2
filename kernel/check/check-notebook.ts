import { messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Notebook } from "../document/index.ts";
import { allowAttribute, readAllowances, withoutAllowance } from "./allowance.ts";
import type { CheckEnvironment } from "./check-environment.ts";
import type { Finding, Remark, Severity } from "./finding.ts";
import { placeFinder } from "./place.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { type CheckedCell, readSubject } from "./subject.ts";

const texts = messages("check", {
  unknownRule: {
    en: "The attribute “{attribute}” names no rule “{rule}”.",
    zh: "属性“{attribute}”所指的规则“{rule}”不存在。",
  },
  unknownRuleNear: {
    en: "The attribute “{attribute}” names no rule “{rule}”. Did you mean “{near}”?",
    zh: "属性“{attribute}”所指的规则“{rule}”不存在。您是不是要用“{near}”？",
  },
  exceptionWithoutReason: {
    en: "The attribute “{attribute}” gives no reason for “{rule}”, so it allows nothing. Write “{rule}: why”.",
    zh: "属性“{attribute}”没有给出“{rule}”的理由，因此不起作用。请写成“{rule}: 理由”。",
  },
  needlessException: {
    en: "The cell keeps the rule “{rule}”, so the exception is not needed. Remove it.",
    zh: "该单元格符合规则“{rule}”，不需要例外。请删除。",
  },
});

/** Rules that are turned off or given another severity. */
export type RuleSettings = Readonly<Record<string, Severity | "off">>;

/** Checks a notebook against every rule that is not off, without running it. Findings are in the order of the file. */
export async function checkNotebook(
  notebook: Notebook,
  environment: CheckEnvironment,
  settings: RuleSettings = {},
): Promise<Finding[]> {
  const subject = readSubject(notebook, environment);
  const locate = placeFinder(notebook);
  const byId = new Map(subject.cells.map((cell) => [cell.id, cell]));
  const findings: Finding[] = [];
  const add = (rule: string, severity: Severity, { message, cell, mend, ...where }: Remark) => {
    const known = cell === undefined ? undefined : byId.get(cell);
    findings.push({
      rule,
      severity,
      message,
      ...(known ? { cell: known.id, place: known.place } : {}),
      ...locate({ message, ...(cell === undefined ? {} : { cell }), ...where }),
      ...(mend ? { mend } : {}),
    });
  };
  const used = new Set<string>();
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity === "off") continue;
    for (const remark of await rule.check(subject)) {
      const cell = remark.cell === undefined ? undefined : byId.get(remark.cell);
      if (cell && isAllowed(cell, rule.name)) used.add(`${cell.id} ${rule.name}`);
      else add(rule.name, severity, remark);
    }
  }
  const severity = severityOf(allowanceRule, settings);
  if (severity !== "off") {
    const isUndecided = (name: string) =>
      settings[name] === "off" || rules.some((rule) => rule.name === name && rule.alsoInRun === true);
    for (const cell of subject.cells) {
      for (const remark of checkAllowances(cell, used, isUndecided)) add(allowanceRule.name, severity, remark);
    }
  }
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The rule about the exceptions themselves; it depends on the findings of the others. */
export const allowanceRule: Omit<Rule, "check"> = {
  name: "reasoned-exception",
  severity: "warning",
  summary: "An exception names a rule, gives its reason, and is needed.",
};

/** The names of all rules. */
export const ruleNames: readonly string[] = [...rules, allowanceRule].map(({ name }) => name);

function severityOf({ name, severity }: Omit<Rule, "check">, settings: RuleSettings): Severity | "off" {
  return Object.hasOwn(settings, name) ? settings[name]! : severity;
}

function isAllowed({ cell }: CheckedCell, rule: string): boolean {
  return readAllowances(cell).some((allowance) => allowance.rule === rule && allowance.reason !== "");
}

function* checkAllowances(
  { id, cell }: CheckedCell,
  used: ReadonlySet<string>,
  isUndecided: (rule: string) => boolean,
): Generator<Remark> {
  const attribute = allowAttribute;
  for (const { rule, reason } of readAllowances(cell)) {
    if (!ruleNames.includes(rule)) {
      const near = nearestName(rule, ruleNames);
      const message = near ? texts.unknownRuleNear({ attribute, rule, near }) : texts.unknownRule({ attribute, rule });
      yield { cell: id, message };
    } else if (reason === "") {
      yield {
        cell: id,
        message: texts.exceptionWithoutReason({ attribute, rule }),
      };
    } else if (!used.has(`${id} ${rule}`) && !isUndecided(rule)) {
      yield {
        cell: id,
        message: texts.needlessException({ rule }),
        mend: { type: "attribute", cell: id, name: allowAttribute, value: withoutAllowance(cell, rule) },
      };
    }
  }
}
