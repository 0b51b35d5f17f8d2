import { invertCell } from "./changes.ts";
import { findCell, type Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";

/** The inverse of an operation between two notebooks that differ only in what the operation changes. */
export function invertBetween(before: Notebook, after: Notebook, operation: Operation): Operation | undefined {
  switch (operation.type) {
    case "insert":
    case "delete":
    case "move":
      return undefined;
    case "title": {
      const node = before.parts.find((part) => part.type === "title");
      return node && { type: "title", title: before.title, spelling: node.markup };
    }
    case "translated-title": {
      const { type, language } = operation;
      const at = before.parts.findIndex((part) => part.type === type && part.language === language);
      const node = before.parts[at];
      return node?.type === type
        ? { type, language, title: before.titles[language] ?? null, spelling: node.markup, place: at }
        : { type, language, title: null };
    }
    case "notebook": {
      const { name } = operation;
      const value = Object.hasOwn(before.attributes, name) ? (before.attributes[name] ?? null) : null;
      const node = before.parts.find((part) => part.type === "notebook");
      return node && { type: "notebook", name, value, spelling: node.tag };
    }
    default: {
      const earlier = findCell(before, operation.cell);
      const later = findCell(after, operation.cell);
      return earlier && later && invertCell(earlier, later, operation);
    }
  }
}
