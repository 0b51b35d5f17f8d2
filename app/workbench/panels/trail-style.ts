import { css } from "lit";

export const trailStyle = css`
  h3 {
    margin: var(--space-4) 0 var(--space-2);
    color: var(--ink-muted);
    font-size: var(--text-small);
    font-weight: 600;
  }
  h4 {
    font-size: var(--text-interface);
    font-weight: 600;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin-top: var(--space-1);
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 1.5rem;
    padding: 0;
    color: var(--accent);
    text-decoration: underline;
  }
  .hint,
  .away {
    font-size: var(--text-small);
  }
  header .hint {
    margin-top: var(--space-2);
  }
  .list {
    padding: 0 var(--space-4) var(--space-4);
    overflow-wrap: anywhere;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ol > li {
    padding: var(--space-1) 0;
    border-left: 2px solid var(--rule);
    padding-left: var(--space-3);
  }
  .cell {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    width: 100%;
    min-height: 1.75rem;
    align-items: center;
    border-radius: var(--radius-small);
    text-align: left;
  }
  .cell:hover {
    background: var(--hover);
  }
  .names {
    font-family: var(--font-code);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .away {
    flex: none;
    color: var(--ink-muted);
  }
  .equations {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .formula {
    padding: var(--space-1) 0;
    overflow-x: auto;
    overflow-wrap: normal;
  }
  .step {
    font-size: var(--text-small);
    padding: 2px 0;
  }
  summary {
    cursor: pointer;
    min-height: 1.5rem;
  }
  pre,
  code {
    font-family: var(--font-code);
    font-size: var(--text-small);
  }
  pre {
    margin: var(--space-1) 0;
    white-space: pre-wrap;
  }
  h4 code {
    color: var(--ink-muted);
    font-weight: 400;
  }
  dl {
    grid-template-columns: max-content minmax(0, 1fr);
    margin: var(--space-1) 0;
  }
  .step h4,
  .step p,
  .step table {
    margin: var(--space-1) 0 0;
    font-size: var(--text-small);
  }
  .step h4 {
    margin-top: var(--space-2);
    color: var(--ink-muted);
  }
  .step[open] {
    padding-bottom: var(--space-2);
  }
  .rows {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .rows li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    font-variant-numeric: tabular-nums;
  }
  .rows .icon {
    width: 1rem;
    height: 1rem;
  }
  .where {
    flex-basis: 100%;
    color: var(--ink-muted);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.4;
  }
  th,
  td {
    padding: 2px var(--space-2) 2px 0;
    border-bottom: 1px solid var(--rule);
    text-align: left;
    vertical-align: top;
  }
  th:first-child {
    white-space: nowrap;
  }
  th {
    color: var(--ink-muted);
    font-weight: 600;
  }
  section {
    padding: var(--space-2) 0;
    border-top: 1px solid var(--rule);
    line-height: 1.45;
  }
  section ul {
    margin: var(--space-1) 0;
    padding-left: 1.1rem;
    font-size: var(--text-small);
  }
  a {
    color: var(--accent);
  }
`;
