import type { InputValues, Json } from "../../kernel/document/index.ts";
import type { Compared } from "../../kernel/montecarlo/compared.ts";
import {
  freeScenarioName,
  readScenarios,
  type Scenario,
  scenariosAttribute,
  writeScenarios,
} from "../../kernel/montecarlo/scenario.ts";
import type { Situation } from "../../kernel/montecarlo/situation.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";

/** The methods of the notebook's frame that scenarios call. */
export interface ScenarioFrame {
  situation(): Promise<Situation>;
  compare(cell: number, scenarios: Scenario[]): Promise<Compared>;
  stopComparing(): void;
}

/** The scenarios of an open notebook: stored in the document, each change one undoable step. Applying one sets inputs, which is no edit. */
export class ScenarioController {
  readonly #document: NotebookDocument;
  readonly #frame: () => ScenarioFrame | null;
  readonly #changed: () => void;
  readonly #set: (values: InputValues) => void;

  /**
   * @param changed called after a change of the document
   * @param set sets inputs of the notebook
   */
  constructor(
    document: NotebookDocument,
    frame: () => ScenarioFrame | null,
    changed: () => void,
    set: (values: InputValues) => void,
  ) {
    this.#document = document;
    this.#frame = frame;
    this.#changed = changed;
    this.#set = set;
  }

  get all(): readonly Scenario[] {
    return readScenarios(this.#document.notebook.attributes[scenariosAttribute]) ?? [];
  }

  /** The notebook's current inputs and samples; null while it has no frame. */
  async situation(): Promise<Situation | null> {
    return (await this.#frame()?.situation()) ?? null;
  }

  /** Saves the current inputs as a scenario. */
  async keep(name: string): Promise<void> {
    const situation = await this.situation();
    const inputs = Object.fromEntries((situation?.inputs ?? []).map((input) => [input.name, input.value]));
    this.#write([...this.all, { name: freeScenarioName(name, this.all), inputs, samples: {} }]);
  }

  rename(name: string, to: string): void {
    const wanted = to.trim();
    if (wanted === "" || wanted === name) return;
    const others = this.all.filter((each) => each.name !== name);
    const free = freeScenarioName(wanted, others);
    this.#write(this.all.map((each) => (each.name === name ? { ...each, name: free } : each)));
  }

  remove(name: string): void {
    this.#write(this.all.filter((each) => each.name !== name));
  }

  /** Sets a sample of a scenario to a number; null leaves the sample as in the cells. */
  setSample(name: string, sample: string, value: number | null): void {
    this.#write(
      this.all.map((each) => {
        if (each.name !== name) return each;
        const samples = Object.entries(each.samples).filter(([key]) => key !== sample);
        if (value !== null) samples.push([sample, value]);
        return { ...each, samples: Object.fromEntries(samples) };
      }),
    );
  }

  /** Sets the notebook's inputs to those of a scenario. */
  async apply(name: string): Promise<void> {
    const scenario = this.all.find((each) => each.name === name);
    const situation = await this.situation();
    if (!scenario || !situation) return;
    const values: Record<number, Record<string, Json>> = {};
    for (const { cell, name } of situation.inputs) {
      if (!Object.hasOwn(scenario.inputs, name)) continue;
      values[cell] = { ...values[cell], [name]: scenario.inputs[name] as Json };
    }
    this.#set(values);
  }

  /** Compares a cell under the current inputs, as the first scenario with the given name, and under each scenario. */
  async compare(cell: number, present: string): Promise<Compared | null> {
    const frame = this.#frame();
    const situation = await this.situation();
    if (!frame || !situation) return null;
    const known = new Set(situation.inputs.map(({ name }) => name));
    const set = new Set(this.all.flatMap(({ inputs }) => Object.keys(inputs)).filter((name) => known.has(name)));
    // Every scenario sets all inputs that any of them sets, so that the same cells are evaluated in all of them.
    const now = Object.fromEntries(
      situation.inputs.filter(({ name }) => set.has(name)).map(({ name, value }) => [name, value]),
    );
    const scenarios = this.all.map((each) => {
      const own = Object.entries(each.inputs).filter(([name]) => set.has(name));
      return { ...each, inputs: { ...now, ...Object.fromEntries(own) } };
    });
    return frame.compare(cell, [{ name: present, inputs: now, samples: {} }, ...scenarios]);
  }

  stopComparing(): void {
    this.#frame()?.stopComparing();
  }

  #write(scenarios: readonly Scenario[]): void {
    this.#document.seal();
    this.#document.setAttribute(scenariosAttribute, writeScenarios(scenarios));
    this.#document.seal();
    this.#changed();
  }
}
