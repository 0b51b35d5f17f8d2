import { css } from "lit";

/** Fields beside each other, with what is wrong of them. */
export const editorRows = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .row label {
    flex: 1 1 12rem;
    min-width: 0;
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .row label.narrow {
    flex: 0 1 9rem;
  }
  .problem {
    color: var(--state-failed);
  }
`;
