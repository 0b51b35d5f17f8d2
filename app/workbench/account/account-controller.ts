import type { DeskSource } from "../../../kernel/services/compute/desk-api.ts";
import type { DeskPool } from "../../../kernel/services/compute/desk-pool.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { NoticeOffer } from "../../actions/action.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { downloadBlob } from "../../files/file-pickers.ts";
import { say, speech } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { openServices } from "../../session/services.ts";
import type { SettledChoices } from "./account-cells.ts";
import { type AccountChoices, type AccountSource, choicesFor, nameOfSource, stemOf } from "./account-choices.ts";
import type { AccountDialog, ReportAsked } from "./account-dialog.ts";
import { accountTexts } from "./account-texts.ts";
import type { Region } from "./regions.ts";
import { canHoldLines } from "./sheet-file.ts";
import type { WrittenAccount } from "./written-account.ts";

/** The part of the page that accounts use. */
export interface AccountPage {
  readonly session: Session | null;
  notify(sentence: () => string, offer?: NoticeOffer): void;
  addData(): void;
}

/** An account that is open in the dialog. */
interface Opened {
  readonly session: Session;
  readonly source: AccountSource;
  /** Its cells; null until they are written. */
  readonly written: WrittenAccount | null;
  /** The hash of the mapping's file; null until there is one. */
  version: string | null;
  /** The bytes of the mapping's file, if not all of it could be used. */
  unread: Uint8Array<ArrayBuffer> | null;
  /** The mapping as it was last kept. */
  kept: unknown;
}

/** Makes accounts of the notebook's files, and writes them as cells. The dialog and all that it needs are loaded on first use. */
export class AccountController {
  readonly #page: AccountPage;
  #dialog: AccountDialog | null = null;
  #opened: Opened | null = null;
  /** Where the account that is open lies. */
  #desk: DeskPool | null = null;
  #regions: Promise<readonly Region[]> | null = null;

  constructor(page: AccountPage) {
    this.#page = page;
  }

  /** Closes the dialog. Returns false if it was not open. */
  close(): boolean {
    return this.#dialog?.close() ?? false;
  }

  /**
   * Opens the account of a file. Without one, that of the chosen cell: the account that it belongs to, the file that it names, or the
   * table that it gives; or else the file that was added last.
   */
  async open(file?: string): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    try {
      if (file !== undefined) return await this.#show(session, choicesFor({ is: "file", file }), null);
      const chosen = await session.chosenCell();
      const { writtenAccount } = await import("./written-account.ts");
      const written = chosen === null ? null : writtenAccount(session.cells, chosen);
      if (written) return await this.#show(session, written.choices, written);
      const source = await this.#sourceFor(session, chosen);
      if (source) return await this.#show(session, choicesFor(source), null);
      this.#page.notify(() => say(accountTexts.noFile()), {
        label: fileActionTexts.addData(),
        act: () => this.#page.addData(),
      });
    } catch (error) {
      const reason = messageOf(error);
      this.#page.notify(() => say(accountTexts.failed({ file: file ?? session.title, reason })));
    }
  }

  async #sourceFor(session: Session, chosen: number | null): Promise<AccountSource | null> {
    const files = (await session.attachments.list()).filter(canHoldLines);
    const cell = session.cells.find(({ id }) => id === chosen);
    if (cell) {
      const words = new Set(cell.source.match(/[\p{L}\p{N}_$]+/gu));
      const named = files.find(
        ({ name, tables }) =>
          cell.source.includes(JSON.stringify(name)) || Object.keys(tables).some((table) => words.has(table)),
      );
      if (named) return { is: "file", file: named.name };
      const outputs = session.reports.get(cell.id)?.outputs ?? [];
      const values = await session.valuesOf(outputs);
      const table = outputs.find((name) => isRows(values.get(name)));
      if (table !== undefined) return { is: "table", name: table };
    }
    const last = files.toSorted((a, b) => a.lastModified - b.lastModified).at(-1);
    return last ? { is: "file", file: last.name } : null;
  }

  async #show(session: Session, choices: AccountChoices, written: WrittenAccount | null): Promise<void> {
    const { source } = choices;
    const [{ AccountDraft }, { readMapping }, { comparedWith, writtenAccounts }] = await Promise.all([
      import("./account-draft.ts"),
      import("./account-file.ts"),
      import("./written-account.ts"),
      import("./account-dialog.ts"),
    ]);
    const dialog = this.#element();
    const [given, kept] = await Promise.all([sourceOf(session, source), readMapping(session.attachments, source)]);
    const { compute, openDesk } = openServices();
    this.#desk?.stop();
    const desk = await openDesk(given);
    this.#desk = desk;
    // A file that cannot be read says so before the dialog opens.
    await desk.prepared();
    const { version, unread, mapping, notes, problems } = kept;
    this.#opened = { session, source, written, version, unread, kept: mapping };
    this.#regions ??= import("./regions.ts").then(({ loadRegions }) => loadRegions(compute));
    this.#regions.then(
      (regions) => {
        dialog.regions = regions;
      },
      // The next account tries again; a region can be given by its code meanwhile.
      () => {
        this.#regions = null;
      },
    );
    const compared = written ? comparedWith(session.cells, written.names.account) : new Set<string>();
    const others = writtenAccounts(session.cells).filter(
      ({ names: { account } }) => account !== written?.names.account && !compared.has(account),
    );
    const draft = new AccountDraft(desk, choices, mapping);
    await dialog.show(draft, { isUpdate: written !== null, notes, problems, others });
  }

  #element(): AccountDialog {
    if (!this.#dialog) {
      const app = document.querySelector("yuheng-app")!;
      this.#dialog = app.shadowRoot!.querySelector<AccountDialog>("yuheng-account")!;
      this.#dialog.addEventListener("write", () => void this.#write(false));
      this.#dialog.addEventListener("overwrite", () => void this.#write(true));
      this.#dialog.addEventListener("report", (event) => void this.#report((event as CustomEvent<ReportAsked>).detail));
      this.#dialog.addEventListener("closing", () => void this.#keepMapping());
      this.#dialog.addEventListener("closed", () => this.#desk?.stop());
    }
    return this.#dialog;
  }

  /**
   * Writes the cells, or writes those anew that state what was chosen.
   * @param isAgreed whether a person has agreed that what they edited in these is overwritten
   */
  async #write(isAgreed: boolean): Promise<void> {
    const dialog = this.#dialog!;
    const opened = this.#opened;
    const { draft } = dialog;
    const [kind, year] = [draft?.kind ?? null, draft?.year ?? null];
    if (!opened || !draft || kind === null || year === null) return;
    try {
      await this.#keepMapping(true);
      const { session, written } = opened;
      const choices = { ...draft.choices, kind, year };
      if (!written) session.insertCells(await newCells(session, choices, dialog.compared));
      else if (!(await this.#update(session, written, choices, isAgreed))) {
        dialog.askOverwrite();
        return;
      } else if (dialog.compared) {
        session.insertCells(await cellsComparing(session, choices.year, written.names.account, dialog.compared));
      }
      dialog.close();
      this.#page.notify(() => say(written ? accountTexts.updated() : accountTexts.written()));
    } catch (error) {
      dialog.note = messageOf(error);
      dialog.isWriting = false;
    }
  }

  /** Returns false, and writes nothing, where a person has to agree first. */
  async #update(
    session: Session,
    written: WrittenAccount,
    choices: SettledChoices,
    isAgreed: boolean,
  ): Promise<boolean> {
    const { cellUpdate } = await import("./cell-update.ts");
    const { sources, isEdited } = cellUpdate(session.cells, written, choices, speech.language);
    if (isEdited && !isAgreed) return false;
    session.rewrite(sources);
    // The file of the mapping has changed, and not the cell that reads it.
    session.run([written.cells.mapping]);
    return true;
  }

  /** Downloads the report of the account as it was last computed, in the reader's language. */
  async #report({ form, standard }: ReportAsked): Promise<void> {
    const dialog = this.#dialog!;
    const { draft } = dialog;
    const [desk, account, wish] = [this.#desk, draft?.account, draft?.wish];
    if (!desk || !draft || !account || !wish) return;
    try {
      const [{ datasetsOfReport }, entries] = await Promise.all([
        import("../../../kernel/forms/report-datasets.ts"),
        openServices().datasets.entries(),
      ]);
      const { language } = speech;
      const datasets = datasetsOfReport(entries, draft.datasets, language);
      const { statements } = draft.mapping;
      const file = await desk.report(wish, {
        form,
        standard,
        language,
        datasets,
        ...(statements ? { statements } : {}),
      });
      const name = `${say(accountTexts.reportFile({ file: stemOf(draft.choices.source), year: account.year }))}.${form}`;
      downloadBlob(name, file);
      this.#page.notify(() => say(accountTexts.reported({ file: name })));
    } catch (error) {
      dialog.note = messageOf(error);
    }
  }

  /** Keeps the mapping beside the data, if it has changed or its cell is about to be written. */
  async #keepMapping(always = false): Promise<void> {
    const opened = this.#opened;
    const draft = this.#dialog?.draft;
    if (!opened || !draft || (!always && draft.mapping === opened.kept)) return;
    const { session, source } = opened;
    const { mapping } = draft;
    const { keepUnread, writeMapping } = await import("./account-file.ts");
    const kind = draft.kind ?? mapping.kind;
    const whole = kind ? { ...mapping, kind } : mapping;
    opened.kept = mapping;
    try {
      if (opened.unread) await keepUnread(session.attachments, source, opened.unread, Date.now());
      opened.unread = null;
      opened.version = await writeMapping(session.attachments, source, whole, opened.version, Date.now());
    } catch (error) {
      if (always) throw error;
      const reason = messageOf(error);
      this.#page.notify(() => say(reason));
    }
  }
}

/** The cells of a new account, followed by those that compare it with another. */
async function newCells(session: Session, choices: SettledChoices, other: WrittenAccount | null) {
  const { accountCells, freeNames } = await import("./account-cells.ts");
  const names = freeNames(takenNames(session));
  const cells = accountCells(choices, names, speech.language);
  return other ? [...cells, ...(await cellsComparing(session, choices.year, names.account, other))] : cells;
}

/** The cells that compare the account of a year with another. */
async function cellsComparing(session: Session, year: number, own: string, { names, choices }: WrittenAccount) {
  const { comparisonCells, freeComparisonName } = await import("./comparison-cells.ts");
  const isLater = year > (choices.year ?? 0);
  const accounts = isLater ? { earlier: names.account, later: own } : { earlier: own, later: names.account };
  return comparisonCells(accounts, freeComparisonName(takenNames(session)), speech.language);
}

function takenNames(session: Session): Set<string> {
  return new Set([...session.reports.values()].flatMap((report) => report.outputs));
}

/** A file of the notebook, or the rows that a cell gives, with the names of their columns above them. */
async function sourceOf(session: Session, source: AccountSource): Promise<DeskSource> {
  if (source.is === "table") {
    const rows = (await session.valuesOf([source.name])).get(source.name);
    if (!isRows(rows)) throw new Error(say(accountTexts.notTable({ name: source.name })));
    const heads = Object.keys(rows[0]!);
    return {
      sheets: [{ name: source.name, rows: [heads, ...rows.map((row) => heads.map((head) => cellOf(row[head])))] }],
    };
  }
  const kept = await session.attachments.read(source.file);
  if (!kept) throw new Error(say(accountTexts.gone({ file: nameOfSource(source) })));
  return { file: source.file, bytes: kept.bytes };
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

function isRows(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => typeof row === "object" && row !== null && !Array.isArray(row))
  );
}
