import { html, nothing, render } from "lit";
import type { ActivityRow } from "../../lib/account/inventory/activity-sheet.ts";
import type { ColumnMapping } from "../../lib/inventory/account/activity-table.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { messages } from "../../lib/message/message.ts";
import { say, speech } from "../language/speech.ts";
import { firstColumns, type SheetField, sheetFields } from "./sheet-columns.ts";
import { readSheet, type SheetReader } from "./sheet-file.ts";

export const sheetTexts = messages("frame.sheet", {
  choose: {
    en: "Activity data: a workbook (XLSX, XLS, ODS) or CSV file, or drop one here",
    zh: "活动数据：选择工作簿（XLSX、XLS、ODS）或 CSV 文件，或拖放到此处",
  },
  read: { en: "{file}: {rows} {rows:row|rows}", zh: "{file}：{rows} 行" },
  columns: { en: "What each column contains", zh: "各列的含义" },
  category: { en: "IPCC category", zh: "IPCC 类别" },
  activity: { en: "Activity", zh: "活动" },
  unit: { en: "Unit", zh: "单位" },
  year: { en: "Year", zh: "年份" },
  value: { en: "Value", zh: "数值" },
  technology: { en: "Technology", zh: "技术" },
  plant: { en: "Plant", zh: "工厂" },
  note: { en: "Note", zh: "备注" },
});

/** The value of an activity sheet, passed on as `inventory.compile({...sheet, …})`. */
export interface ActivitySheet {
  readonly file: string;
  readonly activity: readonly ActivityRow[];
  readonly columns: Partial<ColumnMapping>;
}

const emptySheet: ActivitySheet = { file: "", activity: [], columns: {} };

/**
 * An input for the user's activity data: a workbook or a text with separated columns, read as all files of one's own, whose columns are mapped once. `view` saves rows and mapping
 * in the notebook, and a later file with the same column names reuses the mapping.
 */
export class ActivitySheetElement extends HTMLElement {
  #value = emptySheet;
  #problems: readonly Sentence[] = [];
  /** How sheets are read; without it no file is taken. */
  reader: SheetReader | null = null;

  connectedCallback(): void {
    speech.addEventListener("change", this.#render);
    this.addEventListener("dragover", this.#onDragOver);
    this.addEventListener("drop", this.#onDrop);
    this.#render();
  }

  disconnectedCallback(): void {
    speech.removeEventListener("change", this.#render);
  }

  get value(): ActivitySheet {
    return this.#value;
  }

  set value(value: ActivitySheet) {
    this.#value = value ?? emptySheet;
    this.#render();
  }

  #onDragOver = (event: DragEvent) => event.preventDefault();

  #onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void this.#read(event.dataTransfer?.files[0]);
  };

  async #read(file: File | undefined): Promise<void> {
    if (!file || !this.reader) return;
    try {
      const { rows: activity, columns: read, notes } = await readSheet(file, this.reader);
      const heads = Object.keys(activity[0] ?? {});
      const { columns } = this.#value;
      const known = Object.values(columns).every((column) => column.startsWith("=") || heads.includes(column));
      const mapped = known && Object.keys(columns).length > 0 ? columns : firstColumns(heads, read);
      this.#problems = notes;
      this.#change({ file: file.name, activity, columns: mapped });
    } catch (error) {
      this.#problems = [messageOf(error)];
      this.#render();
    }
  }

  #change(value: ActivitySheet): void {
    this.#value = value;
    this.#render();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #map(field: SheetField, column: string): void {
    const { [field]: _, ...others } = this.#value.columns;
    this.#change({ ...this.#value, columns: column === "" ? others : { ...others, [field]: column } });
  }

  #render = () => {
    const { file, activity, columns } = this.#value;
    const heads = Object.keys(activity[0] ?? {});
    render(
      html`<label class="file">
          <span>${say(sheetTexts.choose())}</span>
          <input
            type="file"
            accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"
            @change=${({ target }: Event) => void this.#read((target as HTMLInputElement).files?.[0])}
          />
        </label>
        ${this.#problems.map((problem) => html`<p class="problem" role="alert">${say(problem)}</p>`)}
        ${file ? html`<p class="about">${say(sheetTexts.read({ file, rows: activity.length }))}</p>` : nothing}
        ${
          heads.length === 0
            ? nothing
            : html`<div class="columns" role="group" aria-label=${say(sheetTexts.columns())}>
              ${sheetFields.map(({ name, needed }) => this.#renderField(name, needed, heads, columns[name] ?? ""))}
            </div>`
        }`,
      this,
    );
  };

  #renderField(field: SheetField, needed: boolean, heads: readonly string[], chosen: string) {
    const own = chosen.startsWith("=");
    return html`<label>
      <span>${say(sheetTexts[field]())}${needed ? " *" : ""}</span>
      <select @change=${({ target }: Event) => this.#map(field, (target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === ""}>–</option>
        ${own ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}
        ${heads.map((head) => html`<option value=${head} ?selected=${head === chosen}>${head}</option>`)}
      </select>
    </label>`;
  }
}

customElements.define("yuheng-activity-sheet", ActivitySheetElement);

/** An input for activity data: `const sheet = view(activitySheet())`, then `inventory.compile({...sheet, region: "CHN"})`. */
export function activitySheetBy(reader: SheetReader): () => ActivitySheetElement {
  return () => Object.assign(new ActivitySheetElement(), { reader });
}
