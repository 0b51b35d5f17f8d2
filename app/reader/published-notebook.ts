import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { showCode } from "../actions/code-action.ts";
import { slideActions } from "../actions/slide-actions.ts";
import type { InputMemory } from "../live/input-memory.ts";
import { LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { ReaderInputs } from "../live/reader-inputs.ts";
import { recordStudy } from "../session/studies.ts";
import { type Assets, servicesOf } from "./assets.ts";
import { laterPart } from "./later-part.ts";
import { noTyping } from "./no-typing.ts";
import { type PageElements, publicationOf } from "./page-elements.ts";
import type { AppliedLink } from "./page-link.ts";

/** The actions that keys and buttons in the frame may request of a built page. */
const pageActions: ReadonlySet<string> = new Set([
  "lesson-report",
  "close",
  showCode,
  ...slideActions.map(({ id }) => id),
]);

/** The notebook of a built page, with the changes that a reader has made. */
export class PublishedNotebook {
  readonly live: LiveNotebook;
  /** Cells that a link has changed. */
  readonly #changed = new Set<number>();

  readonly #memory: InputMemory | null;

  /**
   * @param memory where the reader's inputs are kept; null in an embedded page
   * @param only the cells that are shown, in an embedded page
   */
  constructor(
    page: PageElements,
    assets: Assets,
    program: Promise<string>,
    settings: FrameSettings,
    memory: InputMemory | null,
    only: "all" | number[] | null = null,
  ) {
    const { data } = page;
    const document = new NotebookDocument(data.text);
    const inputs = new ReaderInputs(document, memory);
    this.#memory = memory;
    const services = servicesOf(data, assets);
    const publication = { ...publicationOf(page), ...(only ? { only } : {}) };
    this.live = new LiveNotebook({
      document,
      inputs,
      program,
      scripts: assets.scripts ?? [],
      services: { ...services, describe: async (names) => data.tools.filter(({ name }) => names.includes(name)) },
      catalogue: data.catalogue,
      files: data.attachments,
      settings,
      typing: noTyping,
      programs: assets.later,
      // A published page offers a frame only the report of a lesson, the switch for code and the actions of a presentation.
      allows: (action) => pageActions.has(action),
      note: (event) => recordStudy(data.name, event),
      opening: () => ({ published: { ...publication, changed: [...this.#changed, ...inputs.cells] } }),
    });
    // While the frame parses its program, this thread is idle.
    this.live.addEventListener("started", () => services.begin(data.first), { once: true });
  }

  /** Applies a link to the notebook, before it is mounted. */
  async applyLink(packed: string): Promise<AppliedLink> {
    const { applyLink } = await laterPart(import("./page-link.ts"));
    const applied = applyLink(this.live.document, packed);
    for (const cell of applied.changed) this.#changed.add(cell);
    // Values set here since the link was followed take precedence over its own.
    if (!this.#memory?.read()) this.live.inputs.merge(applied.values);
    return applied;
  }
}
