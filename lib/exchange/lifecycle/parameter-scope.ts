import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { messages } from "../../message/message.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { variablesOf } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import { type FormulaDialect, formulaHere, formulaWord } from "./formula-text.ts";

const texts = messages("lifecycle.scope", {
  loop: {
    en: "The parameters {names:and} depend on each other in a loop. Give one of them a number.",
    zh: "参数 {names:and} 相互循环依赖。请为其中之一给出数值。",
  },
});

/** A parameter as a file gives it. */
export interface GivenParameter<Extra = unknown> {
  readonly name: string;
  /** Its number; undefined if the file gives the formula alone. */
  readonly value: number | undefined;
  readonly formula?: string | undefined;
  readonly extra?: Extra;
}

/** A parameter with its value computed. */
export interface ScopedParameter<Extra = unknown> {
  readonly name: string;
  readonly value: number;
  /** In the notation of `readExpression`; absent if there is none or if it could not be taken over. */
  readonly formula?: string;
  readonly extra?: Extra;
}

/** A formula with its value; undefined where it could not be taken over. */
export interface ComputedFormula {
  readonly formula: string;
  readonly value: number;
}

/** The parameters that a formula may name, and their values: those of an activity stand before those of its inventory. */
export class ParameterScope<Extra = unknown> {
  /** In the order in which they are computed. */
  readonly parameters: readonly ScopedParameter<Extra>[];
  /** Names of parameters whose formula was not taken over, so that they keep the number of the file. */
  readonly fixed: readonly string[];
  /** Names of parameters that have neither a number nor a formula that could be taken over. */
  readonly missing: readonly string[];
  readonly dialect: FormulaDialect;
  private readonly outer: ParameterScope | undefined;
  private readonly values = new Map<string, { readonly name: string; readonly value: number }>();
  private readonly declared = new Map<string, string>();

  /** Throws LifecycleError if parameters depend on each other in a loop. */
  constructor(dialect: FormulaDialect, given: readonly GivenParameter<Extra>[], outer?: ParameterScope) {
    this.dialect = dialect;
    this.outer = outer;
    for (const { name } of given) this.declared.set(this.key(name), name);
    const parameters: ScopedParameter<Extra>[] = [];
    const fixed: string[] = [];
    const missing: string[] = [];
    for (const { parameter, formula } of this.inOrder(given)) {
      const { name, extra } = parameter;
      const computed = formula === undefined ? undefined : this.evaluated(formula);
      if (parameter.formula !== undefined && computed === undefined)
        (parameter.value === undefined ? missing : fixed).push(name);
      const value = computed ?? parameter.value;
      if (value === undefined) continue;
      this.values.set(this.key(name), { name, value });
      parameters.push({
        name,
        value,
        ...(computed !== undefined && formula !== undefined && { formula }),
        ...(extra !== undefined && { extra }),
      });
    }
    this.parameters = parameters;
    this.fixed = fixed;
    this.missing = missing;
  }

  /** A formula of the file over these parameters, with its value; undefined if it cannot be taken over. */
  compute(text: string): ComputedFormula | undefined {
    const formula = formulaHere(text, this.dialect, (key) => this.nameOf(key));
    const value = formula === undefined ? undefined : this.evaluated(formula);
    return formula === undefined || value === undefined ? undefined : { formula, value };
  }

  private key(name: string): string {
    return this.dialect.caseSensitive ? name : name.toLowerCase();
  }

  private nameOf(key: string): string | undefined {
    return this.declared.get(key) ?? this.outer?.nameOf(key);
  }

  private valueOf(name: string): number | undefined {
    const key = this.key(name);
    return this.declared.has(key) ? this.values.get(key)?.value : this.outer?.valueOf(name);
  }

  private evaluated(formula: string): number | undefined {
    const names = this.namesIn(formula);
    const values: number[] = [];
    for (const name of names) {
      const value = this.valueOf(name);
      if (value === undefined) return undefined;
      values.push(value);
    }
    const value = compileExpression(readExpression(formula, names, formulaWord()), names)(values);
    return Number.isFinite(value) ? value : undefined;
  }

  /** Each parameter after those that its formula names. */
  private inOrder(given: readonly GivenParameter<Extra>[]) {
    const all = new Map(
      given.map((parameter) => {
        const formula =
          parameter.formula === undefined
            ? undefined
            : formulaHere(parameter.formula, this.dialect, (key) => this.nameOf(key));
        const needs =
          formula === undefined ? [] : this.namesIn(formula).filter((name) => this.declared.has(this.key(name)));
        return [this.key(parameter.name), { parameter, formula, needs }] as const;
      }),
    );
    const ordered: { parameter: GivenParameter<Extra>; formula: string | undefined }[] = [];
    const done = new Set<string>();
    const open: string[] = [];
    const visit = (key: string): void => {
      if (done.has(key)) return;
      const at = open.indexOf(key);
      if (at >= 0) {
        const names = open.slice(at).map((inner) => this.declared.get(inner)!);
        throw new LifecycleError("parameters", texts.loop({ names }));
      }
      const found = all.get(key);
      if (!found) return;
      open.push(key);
      for (const name of found.needs) visit(this.key(name));
      open.pop();
      done.add(key);
      ordered.push(found);
    };
    for (const key of all.keys()) visit(key);
    return ordered;
  }

  /** The parameters that a formula names. */
  private namesIn(formula: string): string[] {
    const written = [...formula.matchAll(/[\p{L}_][\p{L}\p{N}_.]*(?!\s*\(|[\p{L}\p{N}_.])/gu)].map(([name]) => name);
    const names = [...new Set(written)].filter((name) => this.nameOf(this.key(name)) !== undefined);
    return variablesOf(readExpression(formula, names, formulaWord()));
  }
}
