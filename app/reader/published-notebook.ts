import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { type Edited, LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { recordStudy } from "../session/studies.ts";
import { type Assets, servicesOf } from "./assets.ts";
import { laterPart } from "./later-part.ts";
import { noTyping } from "./no-typing.ts";
import { type PageElements, publicationOf } from "./page-elements.ts";
import type { AppliedLink } from "./page-link.ts";

/** The actions that keys and buttons in the frame may request of a built page. */
const pageActions: ReadonlySet<string> = new Set(["lesson-report", "close", ...slideActions.map(({ id }) => id)]);

/** The notebook of a built page, with the changes that a reader has made. */
export class PublishedNotebook {
  readonly live: LiveNotebook;
  /** Cells whose inputs differ from those with which the page was built. */
  readonly #changed = new Set<number>();

  /** @param only the cells that are shown, in an embedded page */
  constructor(
    page: PageElements,
    assets: Assets,
    program: Promise<string>,
    settings: FrameSettings,
    only: "all" | number[] | null = null,
  ) {
    const { data } = page;
    const services = servicesOf(data, assets);
    const publication = { ...publicationOf(page), ...(only ? { only } : {}) };
    this.live = new LiveNotebook({
      document: new NotebookDocument(data.text),
      program,
      services: { ...services, describe: async (names) => data.tools.filter(({ name }) => names.includes(name)) },
      catalogue: data.catalogue,
      settings,
      typing: noTyping,
      uncertainty: { drawProgram: () => assets.draws() },
      // A published page offers a frame only the report of a lesson and the actions of a presentation.
      allows: (action) => pageActions.has(action),
      note: (event) => recordStudy(data.name, event),
      opening: () => ({ published: { ...publication, changed: [...this.#changed] } }),
    });
    // While the frame parses its program, this thread is idle.
    this.live.addEventListener("started", () => services.begin(data.first), { once: true });
    this.live.addEventListener("edited", (event) => this.#edited((event as CustomEvent<Edited | null>).detail));
  }

  /** Applies a link to the notebook, before it is mounted. */
  async applyLink(packed: string): Promise<AppliedLink> {
    const { applyLink } = await laterPart(import("./page-link.ts"));
    const applied = applyLink(this.live.document, packed);
    for (const cell of applied.changed) this.#changed.add(cell);
    return applied;
  }

  #edited(edited: Edited | null): void {
    if (edited?.edit.type === "value") this.#changed.add(edited.edit.cell);
  }
}
