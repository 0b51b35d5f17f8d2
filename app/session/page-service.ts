import type { Study, StudyEvent } from "../../kernel/exercise/study.ts";
import type {
  CellReport,
  FrameEdit,
  PageApi,
  SavedFile,
  SlidePosition,
  ValueReport,
} from "../../kernel/sandbox/protocol.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { LanguageAnswer, LanguageRequest } from "../../kernel/services/language.ts";
import { type NotebookServices, ServiceCalls } from "../../kernel/services/service-calls.ts";
import { isFrameAction } from "../actions/frame-actions.ts";
import { hasFrameFocus, isPersonsDoing } from "./activation.ts";
import { downloadBlob } from "./file-pickers.ts";
import { safeFileName } from "./saved-file.ts";

function saveFile({ name, type, bytes }: SavedFile): void {
  downloadBlob(safeFileName(name), new Blob([bytes], { type }));
}

/** What the session hears from its frame. */
export interface PageListener {
  edit(edit: FrameEdit, sequence: number): void;
  report(reports: CellReport[], removed: number[]): void;
  values(values: ValueReport[]): void;
  entering(cell: number): void;
  action(id: string): void;
  trace(cell: number): void;
  settled(): void;
  presented(position: SlidePosition): void;
  /** The text of another notebook; rejects with a sentence. */
  notebook(name: string): Promise<string>;
  study(event: StudyEvent): Promise<Study>;
  language(request: LanguageRequest): Promise<LanguageAnswer>;
  /** The program of the workers of draws; rejects with a sentence. */
  draws(): Promise<string>;
  /** What tools say of themselves; left out, a worker of the library is asked. */
  describe?(tools: readonly string[]): Promise<ToolDescription[]>;
  /** Of a published notebook alone: how tall it is, in pixels, and a link in it that a reader follows. */
  height?(pixels: number): void;
  follow?(address: string): void;
}

/** Answers the frame of one notebook. */
export class PageService {
  readonly api: PageApi;
  readonly #calls: ServiceCalls;

  constructor(services: NotebookServices, listener: PageListener) {
    this.#calls = new ServiceCalls(services);
    this.api = {
      ...this.#calls.api,
      edit: (edit, sequence) => listener.edit(edit, sequence),
      report: (reports, removed) => listener.report(reports, removed),
      values: (values) => listener.values(values),
      entering: (cell) => listener.entering(cell),
      // Whatever else is in the frame can ask for these, too: they are done at a person's hand alone.
      action: (id) => {
        if (isFrameAction(id) && (id === "close" ? hasFrameFocus() : isPersonsDoing())) listener.action(id);
      },
      trace: (cell) => {
        if (isPersonsDoing()) listener.trace(cell);
      },
      settled: () => listener.settled(),
      height: (pixels) => listener.height?.(pixels),
      follow: (address) => {
        if (isPersonsDoing()) listener.follow?.(address);
      },
      save: (file) => {
        if (isPersonsDoing()) saveFile(file);
      },
      presented: (position) => listener.presented(position),
      study: (event) => listener.study(event),
      draws: () => listener.draws(),
      ...(listener.describe ? { describe: (tools: readonly string[]) => listener.describe!(tools) } : {}),
      notebook: (name, call, progress) => this.#calls.call(call, progress, () => listener.notebook(name)),
      language: (request) => listener.language(request),
    };
  }

  /** Gives up all calls: the frame is thrown away. */
  cancelAll(): void {
    this.#calls.cancelAll();
  }
}
