export type {
  CellImport,
  CellKind,
  CellSource,
  CompiledCell,
  CompileOptions,
  Diagnostic,
  ImportedName,
  Position,
  RunnableKind,
  Severity,
} from "./cell.ts";
export { compileCell } from "./compile.ts";
export { defaultBuiltins, guardName, importName, isBindingName } from "./names.ts";
