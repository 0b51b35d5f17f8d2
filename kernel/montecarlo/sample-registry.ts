import { messages } from "../../lib/message/message.ts";
import { UncertaintyError } from "../../lib/uncertainty/uncertainty-error.ts";
import type { Run } from "../runtime/run.ts";
import { isSameSample, type ReadSample, readSample, type SampleOptions } from "./sample.ts";

const said = messages("sampling", {
  otherHere: {
    en: "{name}: a sample of this name has another distribution in this cell. One name is one uncertain number: rename one of them.",
    zh: "{name}：本单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  },
  otherElsewhere: {
    en: "{name}: a sample of this name has another distribution in another cell. One name is one uncertain number: rename one of them.",
    zh: "{name}：另一单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  },
});

export interface RegistryHost {
  /** Whether a cell, as it stands now, has samples at all. */
  isSampling(cell: number): boolean;
  /** Told the names whose distribution is another now, although the number on the page may be the same. */
  changed(names: readonly string[]): void;
}

interface Page {
  readonly before: ReadonlyMap<string, ReadSample>;
  readonly samples: Map<string, ReadSample>;
}

/** Which samples the cells of a notebook have, as their last runs said. */
export class SampleRegistry {
  readonly #pages = new Map<number, Page>();
  readonly #host: RegistryHost;

  constructor(host: RegistryHost) {
    this.#host = host;
  }

  /** `sample` of one run: gives the central value, and writes down that this cell has that sample. */
  sampleOf(run: Run): (name: string, spec: unknown, options?: SampleOptions) => number {
    let page: Page | undefined;
    return (name, spec, options) => {
      const sample = readSample(name, spec, options);
      if (!page) {
        page = { before: this.#pages.get(run.cell)?.samples ?? new Map(), samples: new Map() };
        this.#pages.set(run.cell, page);
      }
      this.#write(page, sample);
      return sample.central;
    };
  }

  /** The samples of the whole notebook, by name. */
  get all(): Map<string, ReadSample> {
    const found = new Map<string, ReadSample>();
    for (const { samples } of this.#open()) for (const [name, sample] of samples) found.set(name, sample);
    return found;
  }

  forget(cell: number): void {
    this.#pages.delete(cell);
  }

  /** The pages of cells that still have samples. */
  #open(): Page[] {
    return [...this.#pages].filter(([cell]) => this.#host.isSampling(cell)).map(([, page]) => page);
  }

  #write(page: Page, sample: ReadSample): void {
    const { name } = sample;
    for (const other of this.#open()) {
      const found = other.samples.get(name);
      if (!found || isSameSample(found, sample)) continue;
      throw new UncertaintyError(name, other === page ? said.otherHere({ name }) : said.otherElsewhere({ name }));
    }
    page.samples.set(name, sample);
    const before = page.before.get(name);
    if (!before || !isSameSample(before, sample)) this.#host.changed([name]);
  }
}
