import { css } from "lit";

/** The styles of a dialog with text. `--dialog-width` is its greatest width. */
export const dialogStyle = css`
  dialog {
    width: min(var(--dialog-width), calc(100vw - 1.5rem));
    padding: var(--space-6);
    font-size: var(--text-interface);
  }
  h2 {
    margin: 0 0 var(--space-2);
    font-family: var(--font-prose);
    font-size: 1.25rem;
    line-height: 1.25;
  }
`;
