import type { AnyNode, Class, Function as FunctionNode, Identifier, Pattern } from "acorn";
import { findBindings, findDeclared, findHoisted, findLexical } from "./patterns.ts";

/** A use of a name that nothing in the cell declares. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Whether the name is assigned. */
  readonly write: boolean;
}

/** Finds the free names of a cell: every use that no enclosing scope declares, in the order of the source. */
export function findReferences(root: AnyNode): Reference[] {
  const finder = new ReferenceFinder();
  finder.visit(root, null);
  return finder.found.sort((a, b) => a.start - b.start);
}

/** The names declared in a scope, and its enclosing scope. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly parent: Scope | null;
}

class ReferenceFinder {
  readonly found: Reference[] = [];

  #use({ name, start, end }: Identifier, scope: Scope | null, write: boolean): void {
    for (let s = scope; s; s = s.parent) if (s.names.has(name)) return;
    this.found.push({ name, start, end, write });
  }

  visit(node: AnyNode | null | undefined, scope: Scope | null): void {
    if (!node) return;
    switch (node.type) {
      case "Identifier":
        this.#use(node, scope, false);
        break;
      case "Program":
      case "StaticBlock":
        this.#visitAll(node.body, enter(scope, findHoisted(node), findLexical(node.body)));
        break;
      case "BlockStatement":
        this.#visitAll(node.body, enter(scope, findLexical(node.body)));
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#visitFunction(node, scope);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#visitClass(node, scope);
        break;
      case "VariableDeclaration":
        for (const { id, init } of node.declarations) {
          this.#visitPattern(id, scope);
          this.visit(init, scope);
        }
        break;
      case "AssignmentExpression":
        this.#visitTarget(node.left, scope);
        this.visit(node.right, scope);
        break;
      case "UpdateExpression":
        this.#visitTarget(node.argument as Pattern, scope);
        break;
      case "ForStatement": {
        const inner = enter(scope, findHead(node.init));
        this.visit(node.init, inner);
        this.visit(node.test, inner);
        this.visit(node.update, inner);
        this.visit(node.body, inner);
        break;
      }
      case "ForInStatement":
      case "ForOfStatement": {
        const inner = enter(scope, findHead(node.left));
        if (node.left.type === "VariableDeclaration") this.visit(node.left, inner);
        else this.#visitTarget(node.left, scope);
        this.visit(node.right, inner);
        this.visit(node.body, inner);
        break;
      }
      case "SwitchStatement": {
        this.visit(node.discriminant, scope);
        const inner = enter(scope, findLexical(node.cases.flatMap(({ consequent }) => consequent)));
        this.#visitAll(node.cases, inner);
        break;
      }
      case "CatchClause": {
        const inner = enter(scope, node.param ? findBindings(node.param) : []);
        if (node.param) this.#visitPattern(node.param, inner);
        this.visit(node.body, inner);
        break;
      }
      case "MemberExpression":
        this.visit(node.object, scope);
        if (node.computed) this.visit(node.property, scope);
        break;
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        if (node.computed) this.visit(node.key, scope);
        this.visit(node.value, scope);
        break;
      case "LabeledStatement":
        this.visit(node.body, scope);
        break;
      case "ImportDeclaration":
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        break;
      default:
        this.#visitChildren(node, scope);
        break;
    }
  }

  #visitAll(nodes: readonly AnyNode[], scope: Scope | null): void {
    for (const node of nodes) this.visit(node, scope);
  }

  /** Visits the children of a node that does not affect scopes. */
  #visitChildren(node: AnyNode, scope: Scope | null): void {
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) this.visit(item, scope);
      } else if (isNode(value)) this.visit(value, scope);
    }
  }

  /**
   * A function's name (if an expression), its parameters and its body have a scope each; default values can access the
   * parameters, but not the body's variables.
   */
  #visitFunction(node: FunctionNode, scope: Scope | null): void {
    const arrow = (node as { type: string }).type === "ArrowFunctionExpression";
    const named = (node as { type: string }).type === "FunctionExpression" && node.id ? [node.id] : [];
    const outer = enter(
      enter(scope, named),
      node.params.flatMap((param) => findBindings(param)),
    );
    const inner = arrow ? outer : { names: argumentsName, parent: outer };
    for (const param of node.params) this.#visitPattern(param, inner);
    const { body } = node;
    if (body.type !== "BlockStatement") this.visit(body, inner);
    else this.#visitAll(body.body, enter(inner, findHoisted(body), findLexical(body.body)));
  }

  #visitClass(node: Class, scope: Scope | null): void {
    const inner = enter(scope, node.id ? [node.id] : []);
    this.visit(node.superClass, inner);
    this.#visitAll(node.body.body, inner);
  }

  /** Visits the evaluated parts of a declaring pattern: default values and computed keys. */
  #visitPattern(pattern: Pattern, scope: Scope | null): void {
    if (pattern.type !== "Identifier") this.#visitParts(pattern, scope, (part) => this.#visitPattern(part, scope));
  }

  /** Visits the target of an assignment: its names are written, its members read. */
  #visitTarget(pattern: Pattern, scope: Scope | null): void {
    if (pattern.type === "Identifier") this.#use(pattern, scope, true);
    else this.#visitParts(pattern, scope, (part) => this.#visitTarget(part, scope));
  }

  #visitParts(pattern: Pattern, scope: Scope | null, visitPart: (part: Pattern) => void): void {
    switch (pattern.type) {
      case "ObjectPattern":
        for (const property of pattern.properties) {
          if (property.type !== "Property") visitPart(property.argument);
          else {
            if (property.computed) this.visit(property.key, scope);
            visitPart(property.value);
          }
        }
        break;
      case "ArrayPattern":
        for (const element of pattern.elements) if (element) visitPart(element);
        break;
      case "RestElement":
        visitPart(pattern.argument);
        break;
      case "AssignmentPattern":
        visitPart(pattern.left);
        this.visit(pattern.right, scope);
        break;
      default:
        this.visit(pattern, scope);
    }
  }
}

const argumentsName: ReadonlySet<string> = new Set(["arguments"]);

function enter(parent: Scope | null, ...declared: Identifier[][]): Scope | null {
  const names = new Set<string>();
  for (const identifiers of declared) for (const { name } of identifiers) names.add(name);
  return names.size > 0 ? { names, parent } : parent;
}

function findHead(node: AnyNode | null | undefined): Identifier[] {
  return node?.type === "VariableDeclaration" && node.kind !== "var" ? findDeclared(node) : [];
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
