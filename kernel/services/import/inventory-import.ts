import { inventoryFormatOf } from "../../../lib/exchange/lifecycle/formats.ts";
import type { ImportedInventory, InventoryFormat } from "../../../lib/exchange/lifecycle/inventory-format.ts";
import type { SourceFiles } from "../../../lib/exchange/mrio/source-files.ts";
import { Fault } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { typescriptKernels } from "../../../lib/numeric/typescript-kernels.ts";
import { type FileSource, openFiles } from "./file-source.ts";
import type { FoundInventory, ImportOutcome, InventoryChoice } from "./import-api.ts";
import { importedBefore, originOf } from "./import-origin.ts";
import { ImportedStore } from "./imported-store.ts";
import { inventoryEntries } from "./inventory-entries.ts";
import { inventoryNameProblem, suggestedName } from "./inventory-name.ts";

type Report = (fraction: number, message: Sentence) => void;

/** The shares of the time for hashing the files and for writing. */
const HASHING = 0.5;

interface HeldInventory {
  readonly files: string;
  readonly format: InventoryFormat;
  readonly inventory: ImportedInventory;
}

/**
 * Reads a life-cycle inventory and stores it. Between the two a person sees what was found; the inventory stays in memory, because a
 * database of twenty thousand data sets should not be read twice.
 */
export class InventoryImport {
  readonly #store = new ImportedStore();
  #held: HeldInventory | null = null;

  /**
   * The inventory in the files; null if no format recognises them. `seen` are the files in which it may be. Throws ImportError or
   * LifecycleError.
   */
  async find(
    files: readonly File[],
    source: FileSource,
    seen: SourceFiles,
    report: Report,
  ): Promise<FoundInventory | null> {
    const format = await inventoryFormatOf(seen);
    if (!format) return null;
    let step: Sentence = format.title.en;
    const tell = () => report(Math.min(1, source.bytesRead / Math.max(1, source.bytes)), step);
    const inventory = await format.read(seen, {
      kernels: typescriptKernels,
      pause: tell,
      progress: (_, named) => {
        step = named;
        tell();
      },
    });
    this.#held = { files: keyOf(files), format, inventory };
    const { graph, title, licence, notes, methods = [] } = inventory;
    const kept = (await this.#store.entries()).flatMap(({ imported }) => imported?.inventory?.name ?? []);
    return {
      format: format.title,
      title,
      name: suggestedName(title),
      activities: graph.activities.length,
      products: graph.products.length,
      flows: graph.flows.length,
      exchanges: graph.exchanges.count,
      parameters: graph.parameters.length,
      methods: methods.map(({ id }) => id),
      licence: licence ?? null,
      notes,
      kept: [...new Set(kept)],
    };
  }

  /** Stores the inventory in the files; null if there is none. Throws ImportError or LifecycleError. */
  async keep(files: readonly File[], { name, again }: InventoryChoice, report: Report): Promise<ImportOutcome | null> {
    const problem = inventoryNameProblem(name);
    if (problem) throw new Fault(problem, { field: "name" });
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    let hashed = 0;
    const origin = await originOf(files, {}, (read) => {
      hashed += read;
      report((HASHING * hashed) / Math.max(1, bytes), "SHA-256");
    });
    const before = again ? [] : importedBefore(await this.#store.entries(), origin, name);
    if (before.length > 0) return { entries: before, since: before[0]!.imported!.at };
    if (this.#held?.files !== keyOf(files)) {
      const source = await openFiles(files);
      if ((await this.find(files, source, source, () => {})) === null) return null;
    }
    const { inventory, format } = this.#held!;
    const entries = await this.#store.write(inventoryEntries(inventory, format, name, origin), (share) =>
      report(HASHING + (1 - HASHING) * share, name),
    );
    return { entries };
  }
}

/** What tells picked files from others; each call receives copies of the same. */
function keyOf(files: readonly File[]): string {
  return JSON.stringify(
    files.map(({ name, webkitRelativePath, size, lastModified }) => [webkitRelativePath || name, size, lastModified]),
  );
}
