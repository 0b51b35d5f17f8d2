import { hasFrameFocus } from "../../live/activation.ts";

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
/** How often the frame had the keyboard when it was looked after, since the last dialog was opened. */
let taken = 0;
let looking: ReturnType<typeof setTimeout> | undefined;

/** Opens a dialog over the whole page. It keeps the keyboard until it is closed. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  const keep = ({ target }: FocusEvent) => {
    focused = target as HTMLElement;
  };
  focused = null;
  taken = 0;
  dialog.addEventListener("focusin", keep);
  dialog.showModal();
  open.add(dialog);
  // A second time it is the same listener, and heard once.
  addEventListener("blur", look);
  dialog.addEventListener(
    "close",
    () => {
      open.delete(dialog);
      if (open.size === 0) removeEventListener("blur", look);
      dialog.removeEventListener("focusin", keep);
    },
    { once: true },
  );
  look();
}

function look(): void {
  clearTimeout(looking);
  looking = setTimeout(() => {
    if (open.size === 0 || !hasFrameFocus()) return;
    taken += 1;
    if (taken > PATIENCE) {
      taken = 0;
      modalDialogs.dispatchEvent(new Event("taken"));
    }
    window.focus();
    (focused ?? [...open].at(-1)!).focus({ preventScroll: true });
    look();
  }, EVERY_MS);
}
