import { messages } from "../../lib/message/message.ts";
import { UncertaintyError } from "../../lib/uncertainty/uncertainty-error.ts";
import type { Run } from "../runtime/run.ts";
import { isSameSample, type ReadSample, readSample, type SampleOptions } from "./sample.ts";

const texts = messages("sampling", {
  conflictInCell: {
    en: "{name}: a sample of this name has another distribution in this cell. One name is one uncertain number: rename one of them.",
    zh: "{name}：本单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  },
  conflictInOtherCell: {
    en: "{name}: a sample of this name has another distribution in another cell. One name is one uncertain number: rename one of them.",
    zh: "{name}：另一单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  },
});

export interface RegistryHost {
  /** Whether the current code of a cell uses samples. */
  isSampling(cell: number): boolean;
  /** Called with samples whose distribution has changed, although the number on the page may be the same. */
  changed(names: readonly string[]): void;
}

interface CellSamples {
  readonly before: ReadonlyMap<string, ReadSample>;
  readonly samples: Map<string, ReadSample>;
}

/** The samples of the cells of a notebook, as of their last runs. */
export class SampleRegistry {
  readonly #cells = new Map<number, CellSamples>();
  readonly #host: RegistryHost;

  constructor(host: RegistryHost) {
    this.#host = host;
  }

  /** `sample` of one run: returns the central value, and registers the sample for the cell. */
  sampleOf(run: Run): (name: string, spec: unknown, options?: SampleOptions) => number {
    let own: CellSamples | undefined;
    return (name, spec, options) => {
      const sample = readSample(name, spec, options);
      if (!own) {
        own = { before: this.#cells.get(run.cell)?.samples ?? new Map(), samples: new Map() };
        this.#cells.set(run.cell, own);
      }
      this.#register(own, sample);
      return sample.central;
    };
  }

  /** The samples of the whole notebook, by name. */
  get all(): Map<string, ReadSample> {
    const found = new Map<string, ReadSample>();
    for (const { samples } of this.#active()) for (const [name, sample] of samples) found.set(name, sample);
    return found;
  }

  /** A sample's name for readers. */
  labelOf(name: string): string {
    return this.all.get(name)?.label ?? name;
  }

  forget(cell: number): void {
    this.#cells.delete(cell);
  }

  /** The samples of cells that still use samples. */
  #active(): CellSamples[] {
    return [...this.#cells].filter(([cell]) => this.#host.isSampling(cell)).map(([, own]) => own);
  }

  #register(own: CellSamples, sample: ReadSample): void {
    const { name } = sample;
    for (const other of this.#active()) {
      const found = other.samples.get(name);
      if (!found || isSameSample(found, sample)) continue;
      throw new UncertaintyError(
        name,
        other === own ? texts.conflictInCell({ name }) : texts.conflictInOtherCell({ name }),
      );
    }
    own.samples.set(name, sample);
    const before = own.before.get(name);
    if (!before || !isSameSample(before, sample)) this.#host.changed([name]);
  }
}
