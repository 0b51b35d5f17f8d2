export type {
  CellSource,
  CompiledCell,
  CompileOptions,
} from "./cell.ts";
export { compileCell } from "./compile.ts";
export { guardName, importName } from "./names.ts";
