import type { AnyNode, Identifier, Pattern, VariableDeclaration } from "acorn";

/** The identifiers a pattern binds, in order. */
export function findBindings(pattern: Pattern, found: Identifier[] = []): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      found.push(pattern);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        findBindings(property.type === "Property" ? property.value : property, found);
      }
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) findBindings(element, found);
      break;
    case "RestElement":
      findBindings(pattern.argument, found);
      break;
    case "AssignmentPattern":
      findBindings(pattern.left, found);
      break;
  }
  return found;
}

/** The identifiers a `var`, `let`, `const` or `using` declares. */
export function findDeclared(declaration: VariableDeclaration): Identifier[] {
  return declaration.declarations.flatMap(({ id }) => findBindings(id));
}

/** The identifiers that statements declare in their own block (except by `var`). */
export function findLexical(statements: readonly AnyNode[]): Identifier[] {
  return statements.flatMap((statement) => {
    switch (statement.type) {
      case "VariableDeclaration":
        return statement.kind === "var" ? [] : findDeclared(statement);
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return statement.id ? [statement.id] : [];
      case "ImportDeclaration":
        return statement.specifiers.map(({ local }) => local);
      default:
        return [];
    }
  });
}

/** The identifiers that `var` declares in a function's body at any block depth, but not in nested functions. */
export function findHoisted(node: AnyNode | null | undefined, found: Identifier[] = []): Identifier[] {
  switch (node?.type) {
    case "VariableDeclaration":
      if (node.kind === "var") found.push(...findDeclared(node));
      break;
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
      for (const statement of node.body) findHoisted(statement, found);
      break;
    case "IfStatement":
      findHoisted(node.consequent, found);
      findHoisted(node.alternate, found);
      break;
    case "ForStatement":
      findHoisted(node.init, found);
      findHoisted(node.body, found);
      break;
    case "ForInStatement":
    case "ForOfStatement":
      findHoisted(node.left, found);
      findHoisted(node.body, found);
      break;
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      findHoisted(node.body, found);
      break;
    case "SwitchStatement":
      for (const { consequent } of node.cases) for (const statement of consequent) findHoisted(statement, found);
      break;
    case "TryStatement":
      findHoisted(node.block, found);
      findHoisted(node.handler?.body, found);
      findHoisted(node.finalizer, found);
      break;
  }
  return found;
}
