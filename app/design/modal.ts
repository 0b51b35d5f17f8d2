const shown = new Set<HTMLDialogElement>();

/** Dispatches `change` when a modal dialog of the page opens or closes. */
export const modals = new EventTarget();

/** Opens a dialog over the page, of which nothing else can be used until it closes. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  dialog.showModal();
  shown.add(dialog);
  const closed = () => {
    shown.delete(dialog);
    modals.dispatchEvent(new Event("change"));
  };
  dialog.addEventListener("close", closed, { once: true });
  modals.dispatchEvent(new Event("change"));
}

/** The dialog that lies over the page; null if none does. */
export function topModal(): HTMLDialogElement | null {
  return [...shown].filter((dialog) => dialog.open && dialog.isConnected).at(-1) ?? null;
}
