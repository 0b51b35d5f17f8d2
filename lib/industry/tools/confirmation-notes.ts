import { type Message, messages } from "../../message/message.ts";
import type { Parameter } from "../operation/parameter.ts";
import { operationNamed } from "../operation/run-operation.ts";
import type { Adjusted } from "../process/adjusted.ts";
import { isOperation, type UnitDescription } from "../process/unit.ts";

const texts = messages("industry.confirmation", {
  recalled: {
    en: "Not confirmed: {names:and} {count:is|are} recalled from the named source, not read in it. Replace them before you quote a result.",
    zh: "未经核实：{names:and} 为凭记忆引用所列来源，未查阅原文。引用结果前请替换。",
  },
  assumed: {
    en: "Assumed by this library, from no source: {names:and}. Replace them by the values of your plant.",
    zh: "由本库假定、没有来源：{names:and}。请替换为贵厂的数值。",
  },
  ofUnit: { en: "{unit}: {note}", zh: "{unit}：{note}" },
});

/** What a reader must know of the parameters that a call did not give: which are recalled, and which assumed. */
export function confirmationNotes(
  parameters: Readonly<Record<string, Parameter>>,
  given: Readonly<Record<string, number>>,
): Message[] {
  const names = (confirmation: string) =>
    Object.entries(parameters)
      .filter(([name, declared]) => declared.confirmation === confirmation && !Object.hasOwn(given, name))
      .map(([name]) => name);
  const [recalled, assumed] = [names("recalled"), names("assumed")];
  return [
    ...(recalled.length > 0 ? [texts.recalled({ names: recalled, count: recalled.length })] : []),
    ...(assumed.length > 0 ? [texts.assumed({ names: assumed })] : []),
  ];
}

/** The same of all units of a flowsheet; what was fitted counts as given. */
export function unitNotes(units: readonly UnitDescription[], fitted: readonly Adjusted[] = []): Message[] {
  return units.filter(isOperation).flatMap(({ name: unit, operation, parameters }) => {
    const own = fitted.flatMap((each) => ("unit" in each && each.unit === unit ? [[each.parameter, 0] as const] : []));
    const given = { ...parameters, ...Object.fromEntries(own) };
    return confirmationNotes(operationNamed(operation).parameters, given).map((note) => texts.ofUnit({ unit, note }));
  });
}
