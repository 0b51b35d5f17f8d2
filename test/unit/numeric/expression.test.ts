import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMessage } from "../../../lib/message/write.ts";
import { compileExpression } from "../../../lib/numeric/expression/compile-expression.ts";
import { ExpressionError, variablesOf, withValues } from "../../../lib/numeric/expression/expression.ts";
import { readExpression } from "../../../lib/numeric/expression/read-expression.ts";
import { expressionModel } from "../../../lib/uncertainty/propagation/model.ts";
import type { UncertaintyError } from "../../../lib/uncertainty/uncertainty-error.ts";

const names = ["a", "b", "c"];
const compiled = (text: string) => compileExpression(readExpression(text, names), names);
const value = (text: string, ...values: number[]) => compiled(text)(values);

/** A number anywhere on the line of doubles that a formula may meet. */
const number = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, -0, 1, -1, 1e-300));

describe("a compiled expression", () => {
  it("gives the bits that JavaScript gives for the same text", () => {
    const same: readonly [string, (a: number, b: number, c: number) => number][] = [
      ["a * b * 44 / 12", (a, b) => (a * b * 44) / 12],
      ["a - b - c + a / b / c", (a, b, c) => a - b - c + a / b / c],
      ["-a * 44 / 12", (a) => (-a * 44) / 12],
      ["a * (b / c) ^ 0.75", (a, b, c) => a * (b / c) ** 0.75],
      ["2 ^ -a ** 2", (a) => 2 ** -(a ** 2)],
      ["b * exp(-a) - c * expm1(-a)", (a, b, c) => b * Math.exp(-a) - c * Math.expm1(-a)],
      ["max(a, b, c) - min(a, 1e-5)", (a, b, c) => Math.max(a, b, c) - Math.min(a, 1e-5)],
    ];
    for (const [text, f] of same) {
      const of = compiled(text);
      fc.assert(
        fc.property(number, number, number, (a, b, c) => {
          expect(of([a, b, c])).toBe(f(a, b, c));
        }),
      );
    }
  });

  it("is the same over columns, as a model of uncertainty runs it", () => {
    const text = "if(a <= b, a / b + sqrt(c * c), if(c != 0, b ^ 2, atan2(a, c)))";
    const [of, model] = [compiled(text), expressionModel(text, names)];
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(model([Float64Array.of(a), Float64Array.of(b), Float64Array.of(c)])[0]).toBe(of([a, b, c]));
      }),
    );
  });

  it("names its variables in their order, and takes numbers in place of some", () => {
    const expression = readExpression("if(c > 2, b, a) + pi", names);
    expect(variablesOf(expression)).toEqual(["c", "b", "a"]);
    const bound = withValues(expression, { c: 3, b: 5 });
    expect(variablesOf(bound)).toEqual(["a"]);
    expect(compileExpression(bound, ["a"])([0])).toBe(5 + Math.PI);
  });
});

describe("a choice", () => {
  it("compares in six ways", () => {
    const chosen = (sign: string, a: number, b: number) => value(`if(a ${sign} b, 1, 0)`, a, b) === 1;
    for (const [a, b] of [
      [1, 2],
      [2, 1],
      [1, 1],
      [0, -0],
      [Number.NaN, 1],
    ] as const) {
      expect(chosen("<", a, b)).toBe(a < b);
      expect(chosen("<=", a, b)).toBe(a <= b);
      expect(chosen(">", a, b)).toBe(a > b);
      expect(chosen(">=", a, b)).toBe(a >= b);
      expect(chosen("==", a, b)).toBe(a === b);
      expect(chosen("!=", a, b)).toBe(a !== b);
    }
  });

  it("evaluates only what it takes: the other may divide by zero", () => {
    expect(value("if(a == 0, 1, -expm1(-a) / a)", 0)).toBe(1);
    expect(value("if(a == 0, 1, -expm1(-a) / a)", 2)).toBe(-Math.expm1(-2) / 2);
    expect(expressionModel("if(a == 0, 1, 1 / a)", ["a"])([Float64Array.of(0, 4)])).toEqual(Float64Array.of(1, 0.25));
  });

  it("is refused without a comparison, or where a comparison stands anywhere else", () => {
    expect(() => compiled("if(a, b, c)")).toThrow(/character 5 \(","\): a comparison was expected/);
    expect(() => compiled("if(a < b, c)")).toThrow(/"," was expected/);
    expect(() => compiled("if(a < b < c, 1, 2)")).toThrow(/"," was expected/);
    expect(() => compiled("a < b")).toThrow(/an operation was expected/);
    expect(() => compiled("if")).toThrow(/no variable or function/);
    expect(() => compiled("a = b")).toThrow(ExpressionError);
  });
});

describe("what is said of a text that is no expression", () => {
  it("is a sentence in both languages, which calls the text what it is", () => {
    const refused = (text: string) => {
      try {
        expressionModel(text, names);
      } catch (error) {
        return (error as UncertaintyError).said;
      }
      throw new Error(`${text} was read.`);
    };
    expect(writeMessage(refused("a +"))).toBe(
      'The model "a +" cannot be read at the end: a number, a variable or a bracket was expected.',
    );
    expect(writeMessage(refused("a +"), { tag: "zh-CN" })).toBe('模型 "a +" 在末尾无法读取：此处应为数、变量或括号。');
    expect(writeMessage(refused("if(a, b, c)"), { tag: "zh-CN" })).toBe(
      '模型 "if(a, b, c)" 在第 5 个字符（“,”）处无法读取：此处应为比较运算符：<、<=、>、>=、== 或 !=。',
    );
  });
});
