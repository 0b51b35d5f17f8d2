import { hasFrameFocus } from "./activation.ts";

/** The interval of checks while a dialog is open and the notebook's frame has the focus. */
const CHECK_MS = 50;
/** After more checks than this, the focus was stolen by a cell and not by accident. */
const MAX_CHECKS = 4;

/**
 * Dispatches `focus-stolen` when a notebook's frame repeatedly takes the focus from an open dialog. A frame can focus itself at
 * any time, even if the page around it is inert; this can only be ended by removing the frame.
 */
export const modalDialogs = new EventTarget();

const open = new Set<HTMLDialogElement>();
/** The last focused element of the top dialog. */
let focused: HTMLElement | null = null;
/** How many checks found the focus in the frame since the last dialog was opened. */
let stolen = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Opens a modal dialog, which keeps the focus until it is closed. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  const keep = ({ target }: FocusEvent) => {
    focused = target as HTMLElement;
  };
  focused = null;
  stolen = 0;
  dialog.addEventListener("focusin", keep);
  dialog.showModal();
  open.add(dialog);
  // Added once, even if several dialogs are open.
  addEventListener("blur", checkFocus);
  dialog.addEventListener(
    "close",
    () => {
      open.delete(dialog);
      if (open.size === 0) removeEventListener("blur", checkFocus);
      dialog.removeEventListener("focusin", keep);
    },
    { once: true },
  );
  checkFocus();
}

function checkFocus(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (open.size === 0 || !hasFrameFocus()) return;
    stolen += 1;
    if (stolen > MAX_CHECKS) {
      stolen = 0;
      modalDialogs.dispatchEvent(new Event("focus-stolen"));
    }
    window.focus();
    (focused ?? [...open].at(-1)!).focus({ preventScroll: true });
    checkFocus();
  }, CHECK_MS);
}
