import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { checkNotebook } from "../../kernel/check/check-notebook.ts";
import type { Finding } from "../../kernel/check/finding.ts";
import {
  applyOperation,
  type Notebook,
  type Operation,
  parseNotebook,
  serializeNotebook,
} from "../../kernel/document/index.ts";
import type { ProposalResults } from "../../kernel/document/proposed-version.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { CheckEnvironments } from "../check/check-environment.ts";
import { JobRunner } from "../run/job-runner.ts";
import { AssistantStore } from "../serve/assistant-store.ts";
import { NotebookStore, type StoredNotebook, VersionConflict, versionOf } from "../serve/notebook-store.ts";
import { ProposalStore } from "../serve/proposal-store.ts";

const texts = messages("mcp", {
  noNotebook: {
    en: "There is no notebook `{name}` in the folder.",
    zh: "文件夹中没有笔记本 `{name}`。",
  },
  noNotebookNear: {
    en: "There is no notebook `{name}` in the folder. Did you mean `{near}`?",
    zh: "文件夹中没有笔记本 `{name}`。您是不是要用 `{near}`？",
  },
  stale: {
    en: "The notebook `{name}` has changed since the version `{base}`. Its version is `{current}`: read it again, and base the change on what it says now.",
    zh: "笔记本 `{name}` 自版本 `{base}` 以来已有改动，当前版本为 `{current}`：请重新读取，并以其当前内容为依据。",
  },
  asked: {
    en: "Running cells needs the consent of the person, who is asked in the workbench (`yuheng serve`) on the page of any notebook of this folder. It holds for this connection. Call this tool again when they have agreed.",
    zh: "运行单元格需要用户同意；工作台（`yuheng serve`）会在此文件夹任一笔记本的页面上询问用户。同意仅对本次连接有效。用户同意后，请再次调用此工具。",
  },
  refused: {
    en: "The person does not allow this connection to run cells.",
    zh: "用户不允许此连接运行单元格。",
  },
  removed: {
    en: "The notebook `{name}` has been removed since the version `{base}`.",
    zh: "笔记本 `{name}` 自版本 `{base}` 以来已被删除。",
  },
});

/** How often a run looks whether it still may, in milliseconds. */
const REVOKED_MS = 1_000;

/** The person has not allowed it, or not any more. */
export class NoRight extends Fault {
  override readonly name = "NoRight";
}

/** A change that is based on a version which is not the notebook's any more. */
export class StaleBase extends Fault {
  override readonly name = "StaleBase";
  /** The notebook's version now; null if it has been removed. */
  readonly current: string | null;

  constructor(name: string, base: string, current: string | null) {
    super(current === null ? texts.removed({ name, base }) : texts.stale({ name, base, current }));
    this.current = current;
  }
}

/** A notebook as it is stored, and as a document. */
export interface ReadNotebook {
  readonly stored: StoredNotebook;
  readonly document: Notebook;
}

/** The version that a change has made: of the file, or where the notebook is open in the workbench a proposal. */
export interface ChangedNotebook {
  readonly version: string;
  readonly document: Notebook;
  readonly isProposed: boolean;
}

/** How a cell ended, as `yuheng run` reports it. */
const ranCell = z.looseObject({
  id: z.int(),
  place: z.int(),
  kind: z.string(),
  names: z.array(z.string()),
  status: z.string(),
  error: z.looseObject({ name: z.string(), message: z.string(), line: z.number().optional() }).optional(),
  ms: z.number(),
});
const ranSummary = z.looseObject({
  failed: z.int(),
  values: z.record(z.string(), z.unknown()),
  cells: z.array(ranCell),
});

/** A cell after a run: its values by name, without those that are long or no data, and its error. */
export interface RanCell {
  readonly cell: number;
  readonly place: number;
  readonly kind: string;
  readonly status: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly error?: { readonly name: string; readonly message: string; readonly line?: number | undefined };
  readonly ms: number;
}

/** A run of one version of a notebook. */
export interface NotebookRun {
  readonly version: string;
  readonly failed: number;
  readonly cells: readonly RanCell[];
}

/** The notebooks of a folder, which are read, changed on the version that they have, run and checked. */
export class NotebookWorkspace {
  readonly #folder: string;
  readonly #store: NotebookStore;
  readonly #proposals: ProposalStore;
  /** What this connection may. */
  readonly rights: AssistantStore;
  #environments: CheckEnvironments | undefined;
  /** The last run of each notebook. */
  readonly #runs = new Map<string, NotebookRun>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#store = new NotebookStore(folder);
    this.#proposals = new ProposalStore(folder);
    this.rights = new AssistantStore(folder);
  }

  list(): Promise<StoredNotebook[]> {
    return this.#store.list();
  }

  /** Rejects with a Fault for a name without a notebook, and with what the store refuses. */
  async read(name: string): Promise<ReadNotebook> {
    const stored = await this.#store.read(name);
    if (stored) return { stored, document: parseNotebook(stored.text) };
    const near = nearestName(
      name,
      (await this.#store.list()).map((each) => each.name),
    );
    throw new Fault(near === undefined ? texts.noNotebook({ name }) : texts.noNotebookNear({ name, near }));
  }

  /**
   * The version that waits in the workbench for a person, on which a further change may be based; null if there is none. `cells` is
   * what it gave on a copy, if this connection proposed it, the person ran it, and lets this connection see results.
   */
  async waiting(name: string): Promise<{ version: string; cells: ProposalResults["cells"] | null } | null> {
    if (!(await this.#proposals.isOpen(name))) return null;
    const proposed = await this.#proposals.read(name);
    if (!proposed) return null;
    const { version, by } = proposed;
    const maySee = by === this.rights.id && (await this.rights.state()) === "allowed";
    return { version, cells: maySee ? ((await this.#proposals.results(name, version))?.cells ?? null) : null };
  }

  /**
   * Applies an operation to the version `base`, and writes the notebook. If a person has it open in the workbench, the change is
   * proposed there instead, and the next may be based on the proposal. Rejects with StaleBase if the notebook has another version,
   * even if it gets that while it is written; with a Fault for an operation that does not fit; and with what the store refuses.
   */
  async change(name: string, base: string, operation: Operation): Promise<ChangedNotebook> {
    const { stored } = await this.read(name);
    const isOpen = await this.#proposals.isOpen(name);
    const proposed = isOpen ? await this.#proposals.read(name) : null;
    const from = proposed?.version === base ? proposed : { ...stored, baseText: stored.text };
    if (from.version !== base) throw new StaleBase(name, base, stored.version);
    const outcome = applyOperation(parseNotebook(from.text), operation);
    if (!outcome.ok) throw new Fault(outcome.refusal.message);
    const { notebook: document } = outcome;
    const text = serializeNotebook(document);
    if (isOpen) {
      const version = versionOf(text);
      const time = new Date().toISOString();
      await this.#proposals.propose(name, { baseText: from.baseText, text, version, time, by: this.rights.id });
      return { version, document, isProposed: true };
    }
    try {
      const { version } = await this.#store.write(name, text, base);
      return { version, document, isProposed: false };
    } catch (error) {
      if (error instanceof VersionConflict) throw new StaleBase(name, base, error.current?.version ?? null);
      throw error;
    }
  }

  /**
   * Runs a notebook in a thread of its own, which is ended when the signal is aborted, the time is over, or the person takes back the
   * right. Cells run with the rights of this process. Rejects with NoRight without the person's consent, and with the reason.
   *
   * @param timeout in milliseconds
   */
  async run(name: string, timeout: number, signal: AbortSignal): Promise<NotebookRun> {
    const { stored } = await this.read(name);
    const right = await this.rights.state();
    if (right !== "allowed") {
      await this.rights.ask(name);
      throw new NoRight(right === "refused" ? texts.refused() : texts.asked());
    }
    const out = await mkdtemp(join(tmpdir(), "yuheng-mcp-"));
    const revoked = new AbortController();
    const watch = setInterval(async () => {
      if ((await this.rights.state()) !== "allowed") revoked.abort(new NoRight(texts.refused()));
    }, REVOKED_MS);
    const runner = new JobRunner(AbortSignal.any([signal, revoked.signal]));
    try {
      const job = { file: join(this.#folder, `${name}.html`), text: stored.text, set: {}, out, chosen: null, timeout };
      await runner.run({ ...job, formats: ["json"] }, () => {});
      const { failed, values, cells } = ranSummary.parse(JSON.parse(await readFile(join(out, "results.json"), "utf8")));
      const run = { version: stored.version, failed, cells: cells.map((cell) => ranCellOf(cell, values)) };
      this.#runs.set(name, run);
      return run;
    } finally {
      clearInterval(watch);
      await runner.close();
      await rm(out, { recursive: true, force: true });
    }
  }

  /** What a check without a run finds, and how the last run ended if it was of the version that the notebook has. */
  async errors(
    name: string,
    signal: AbortSignal,
  ): Promise<{ version: string; findings: readonly Finding[]; run: NotebookRun | null }> {
    const { stored, document } = await this.read(name);
    this.#environments ??= new CheckEnvironments();
    const { end, ...environment } = await this.#environments.of(join(this.#folder, `${name}.html`), signal);
    try {
      const findings = await checkNotebook(document, environment);
      const last = this.#runs.get(name);
      return { version: stored.version, findings, run: last?.version === stored.version ? last : null };
    } finally {
      await end();
    }
  }
}

function ranCellOf(cell: z.output<typeof ranCell>, values: Readonly<Record<string, unknown>>): RanCell {
  const { id, place, kind, status, error, ms, names } = cell;
  const own = names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]);
  return {
    cell: id,
    place,
    kind,
    status,
    values: Object.fromEntries(own),
    ...(error ? { error: { name: error.name, message: error.message, line: error.line } } : {}),
    ms,
  };
}
