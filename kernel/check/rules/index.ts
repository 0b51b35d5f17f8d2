import type { Rule } from "../rule.ts";
import { altText } from "./alt-text.ts";
import { citedFigure } from "./cited-figure.ts";
import { headingOrder } from "./heading-order.ts";
import { knownDataset } from "./known-dataset.ts";
import { knownImport } from "./known-import.ts";
import { licensedDataset } from "./licensed-dataset.ts";
import { noCycle } from "./no-cycle.ts";
import { noEmptyCell } from "./no-empty-cell.ts";
import { noHiddenEffect } from "./no-hidden-effect.ts";
import { noMemory } from "./no-memory.ts";
import { noRefusedAccess } from "./no-refused-access.ts";
import { noUnknownName } from "./no-unknown-name.ts";
import { noUnusedCell } from "./no-unused-cell.ts";
import { pinnedImport } from "./pinned-import.ts";
import { seededChance } from "./seeded-chance.ts";
import { sourcedNumbers } from "./sourced-numbers.ts";
import { titled } from "./titled.ts";
import { uniqueName } from "./unique-name.ts";
import { validCode } from "./valid-code.ts";
import { validDate } from "./valid-date.ts";
import { validFile } from "./valid-file.ts";
import { validStatement } from "./valid-statement.ts";

/** Every rule, ordered by what it is about: valid syntax, running, sources and licences, accessibility. */
export const rules: readonly Rule[] = [
  validFile,
  validCode,
  uniqueName,
  noCycle,
  noUnknownName,
  knownImport,
  knownDataset,
  validStatement,
  noRefusedAccess,
  noHiddenEffect,
  seededChance,
  pinnedImport,
  noUnusedCell,
  noEmptyCell,
  citedFigure,
  sourcedNumbers,
  noMemory,
  licensedDataset,
  altText,
  headingOrder,
  titled,
  validDate,
];
