import ts from "typescript6";

/** A name that a cell declares at its top level, with its range. */
export interface DeclaredName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Other cells see the awaited value of variables; functions, classes, enums and imports are exported unchanged. */
  readonly kind: "variable" | "definition" | "type";
}

/** The names that a program declares at its top level, as far as it can be parsed. Offsets are those of the file. */
export function findDeclaredNames(file: ts.SourceFile): DeclaredName[] {
  const found: DeclaredName[] = [];
  const add = (node: ts.Identifier | undefined, kind: DeclaredName["kind"]) => {
    if (!node || node.text === "") return;
    found.push({ name: node.text, from: node.getStart(file), to: node.end, kind });
  };
  const bind = (name: ts.BindingName) => {
    if (ts.isIdentifier(name)) add(name, "variable");
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) bind(name);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
      add(statement.name, "definition");
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) add(statement.name, "type");
    else if (ts.isImportDeclaration(statement)) for (const name of importedNames(statement)) add(name, "definition");
  }
  return found;
}

function importedNames({ importClause: clause }: ts.ImportDeclaration): ts.Identifier[] {
  if (!clause) return [];
  const { namedBindings: bindings } = clause;
  const names = clause.name ? [clause.name] : [];
  if (!bindings) return names;
  return ts.isNamespaceImport(bindings)
    ? [...names, bindings.name]
    : [...names, ...bindings.elements.map(({ name }) => name)];
}
