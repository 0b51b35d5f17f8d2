import { css } from "lit";

export const scenariosStyle = css`
  .hint {
    margin: var(--space-1) 0 var(--space-2);
  }
  .list {
    padding: var(--space-2) var(--space-4) var(--space-6);
  }
  section {
    padding: var(--space-2) 0;
    border-bottom: 1px solid var(--rule);
  }
  .row,
  .compare {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .row .field {
    flex: 1;
    width: auto;
    min-width: 6rem;
    font-weight: 600;
  }
  dl {
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    margin: var(--space-2) 0 0;
    font-variant-numeric: tabular-nums;
  }
  dt {
    font-family: var(--font-code);
    overflow-wrap: anywhere;
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd .field {
    width: 7rem;
    height: 1.75rem;
  }
  dd:has(.field) {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  select.field {
    width: auto;
    max-width: 100%;
  }
  .compare label {
    min-width: 0;
    max-width: 100%;
  }
  .compare {
    padding: var(--space-3) 0 var(--space-2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding: var(--space-2) 0 2px;
    text-align: left;
    font-weight: 600;
  }
  th,
  td {
    padding: 3px 0 3px var(--space-3);
    border-bottom: 1px solid var(--rule);
    text-align: right;
    vertical-align: baseline;
  }
  th {
    color: var(--ink-muted);
    font-weight: 400;
  }
  tr > :first-child {
    padding-left: 0;
    text-align: left;
  }
  tbody th {
    color: var(--ink);
  }
  small {
    display: block;
    color: var(--ink-muted);
    white-space: nowrap;
  }
  .problem {
    color: var(--state-failed);
  }
`;
