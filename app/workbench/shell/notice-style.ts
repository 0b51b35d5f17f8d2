import { css } from "lit";

/** The styles of a notice over the notebook. */
export const noticeStyle = css`
  .notice {
    pointer-events: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    max-width: 46rem;
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
    background: var(--raised);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    font-size: var(--text-interface);
  }
  .words {
    flex: 1 1 16rem;
    max-height: 40dvh;
    overflow: auto;
    font-variant-numeric: tabular-nums;
  }
  .words strong {
    font-weight: 600;
  }
  .advice {
    display: block;
    color: var(--ink-muted);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-left: auto;
  }
`;
