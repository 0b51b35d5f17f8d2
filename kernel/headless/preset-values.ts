import { nearestName } from "../../lib/tool/nearest-name.ts";
import { ViewValues } from "../notebook/view-values.ts";
import type { Run } from "../runtime/run.ts";
import { readInput } from "../stdlib/generators.ts";
import { equalData } from "../values/equal.ts";

/** Thrown when a value set from outside does not fit the notebook. */
export class ParameterError extends Error {
  override name = "ParameterError";
}

type ViewElement = HTMLElement & { value?: unknown };

/** Throws ParameterError for a name that no cell declares. */
export function checkNames(set: Iterable<string>, declared: Iterable<string>): void {
  const known = [...declared];
  for (const name of set) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    const hint = near ? `Did you mean \`${near}\`?` : `Its names are ${known.join(", ") || "none"}.`;
    throw new ParameterError(`The notebook has no name \`${name}\`. ${hint}`);
  }
}

/** The values of views, some of which are set from outside; those must be valid for their control. */
export class PresetValues extends ViewValues {
  readonly #set: ReadonlyMap<string, unknown>;
  readonly #refuse: (error: ParameterError) => void;

  constructor(set: ReadonlyMap<string, unknown>, refuse: (error: ParameterError) => void) {
    super(() => {});
    this.#set = set;
    this.#refuse = refuse;
  }

  override attach(element: ViewElement, name: string, run: Run): void {
    super.attach(element, name, run);
    if (!this.#set.has(name)) return;
    const wanted = this.#set.get(name);
    for (const value of [wanted, String(wanted)]) {
      element.value = value;
      if (equalData(readInput(element), value)) return;
    }
    const error = new ParameterError(`\`${name}\` cannot be ${JSON.stringify(wanted)}${choicesOf(element)}.`);
    this.#refuse(error);
    throw error;
  }
}

/** Describes the values that a control accepts, as far as its markup declares them. */
function choicesOf(element: Element): string {
  const options = [...element.querySelectorAll("option, label input[type=radio], label input[type=checkbox]")];
  const words = options.map((option) => (option.textContent || option.parentElement?.textContent || "").trim());
  if (words.length > 0) {
    const some = words.length > 20 ? [...words.slice(0, 20), `… (${words.length} in all)`] : words;
    return `: it takes ${some.join(", ")}`;
  }
  const field = element.matches("input") ? element : element.querySelector("input");
  const [min, max, step] = ["min", "max", "step"].map((bound) => field?.getAttribute(bound));
  if (!min || !max) return "";
  return `: it takes ${min} to ${max}${step && step !== "any" ? ` in steps of ${step}` : ""}`;
}
