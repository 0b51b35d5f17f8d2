import { hasFrameFocus } from "../session/activation.ts";

/** How often the keyboard is looked after while a dialog is open and the notebook's frame has it. */
const EVERY_MS = 50;
/** After so many looks a cell is meant, not a slip. */
const PATIENCE = 4;

/**
 * Dispatches `taken` where a notebook's frame takes the keyboard out of an open dialog and does not give it back. A frame may
 * focus itself at any time, whether the page around it is inert or not; only a frame that is gone cannot.
 */
export const modalDialogs = new EventTarget();

const open = new Set<HTMLDialogElement>();
/** What had the keyboard in the dialog on top. */
let focused: HTMLElement | null = null;
let looking: ReturnType<typeof setTimeout> | undefined;

/** Opens a dialog over the whole page. It keeps the keyboard until it is closed. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  dialog.showModal();
  // A second time it is the same listener, and heard once.
  addEventListener("blur", onBlur);
  open.add(dialog);
  const keep = ({ target }: FocusEvent) => {
    focused = target as HTMLElement;
  };
  dialog.addEventListener("focusin", keep);
  dialog.addEventListener(
    "close",
    () => {
      open.delete(dialog);
      if (open.size === 0) removeEventListener("blur", onBlur);
      dialog.removeEventListener("focusin", keep);
    },
    { once: true },
  );
  focused = null;
  look(0);
}

const onBlur = () => look(0);

function look(times: number): void {
  clearTimeout(looking);
  if (open.size === 0) return;
  looking = setTimeout(() => {
    if (open.size === 0 || !hasFrameFocus()) return;
    const dialog = [...open].at(-1)!;
    if (times >= PATIENCE) modalDialogs.dispatchEvent(new Event("taken"));
    window.focus();
    (focused ?? dialog).focus({ preventScroll: true });
    look(times >= PATIENCE ? 0 : times + 1);
  }, EVERY_MS);
}
