import { type Message, messages } from "../../message/message.ts";
import { type Comparator, type Comparison, comparators, type Expression, ExpressionError } from "./expression.ts";
import { namedNumbers, operations } from "./operations.ts";
import { brief, type Token, tokensOf } from "./tokens.ts";

const texts = messages("expression", {
  expression: { en: "expression", zh: "表达式" },
  unreadableAt: {
    en: 'The {subject} {text} cannot be read at character {place} ("{token}"): {reason}.',
    zh: "{subject} {text} 在第 {place} 个字符（“{token}”）处无法读取：{reason}。",
  },
  unreadableAtEnd: {
    en: "The {subject} {text} cannot be read at the end: {reason}.",
    zh: "{subject} {text} 在末尾无法读取：{reason}。",
  },
  tooLong: {
    en: "The {subject} has {count} numbers, names and signs; at most {most} were expected. Split it.",
    zh: "{subject}含 {count} 个数、名称和符号；至多 {most} 个，请拆分。",
  },
  tooDeep: {
    en: "at most {depth} brackets and signs may be nested",
    zh: "括号与符号至多嵌套 {depth} 层",
  },
  noOperation: { en: "an operation was expected", zh: "此处应为运算符" },
  noValue: { en: "a number, a variable or a bracket was expected", zh: "此处应为数、变量或括号" },
  noComparison: {
    en: "a comparison was expected, one of < <= > >= == !=",
    zh: "此处应为比较运算符：<、<=、>、>=、== 或 !=",
  },
  noSign: { en: '"{sign}" was expected', zh: "此处应为“{sign}”" },
  unknownName: {
    en: "there is no variable or function of this name; the variables are {variables}",
    zh: "没有这个名称的变量或函数；变量有 {variables}",
  },
  otherCount: {
    en: "{name} takes {least} arguments, not {count}",
    zh: "{name} 需要 {least} 个参数，实际为 {count} 个",
  },
});

/** Maximum nesting of brackets: reading and evaluating them are nested calls. */
const DEPTH = 200;
/** Maximum tokens of an expression: left-associative sums are as deep as they are long. */
const TOKENS = 2000;

/**
 * Parses an arithmetic expression: + − * / ^ (or **), brackets, the usual functions, pi and e (unless a variable has the name),
 * and `if(a < b, x, y)`, which is x if the comparison (< <= > >= == !=) holds and y otherwise; only the chosen one is
 * evaluated. `^` is right-associative and binds tighter than a sign, as in mathematics: −x^2 = −(x²). Nothing is run as code.
 *
 * @param subject the name of the text in messages, such as "model"
 * @throws ExpressionError
 */
export function readExpression(
  text: string,
  variables: readonly string[],
  subject: Message = texts.expression(),
): Expression {
  return new Reader(text, new Set(variables), subject).whole();
}

function call(of: string, ...args: Expression[]): Expression {
  return { kind: "call", of, args };
}

class Reader {
  readonly #text: string;
  readonly #variables: ReadonlySet<string>;
  readonly #subject: Message;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, variables: ReadonlySet<string>, subject: Message) {
    this.#text = text;
    this.#variables = variables;
    this.#subject = subject;
    this.#tokens = tokensOf(text, subject);
    if (this.#tokens.length > TOKENS)
      throw new ExpressionError(texts.tooLong({ subject, count: this.#tokens.length, most: TOKENS }));
  }

  whole(): Expression {
    const whole = this.#sum();
    if (this.#at < this.#tokens.length) this.#refuse(texts.noOperation());
    return whole;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#takeOneOf("+", "-"); sign; sign = this.#takeOneOf("+", "-"))
      left = call(sign, left, this.#product());
    return left;
  }

  #product(): Expression {
    let left = this.#signed();
    for (let sign = this.#takeOneOf("*", "/"); sign; sign = this.#takeOneOf("*", "/"))
      left = call(sign, left, this.#signed());
    return left;
  }

  #signed(): Expression {
    const sign = this.#takeOneOf("-", "+");
    if (sign === undefined) return this.#power();
    const inner = this.#nested(() => this.#signed());
    return sign === "-" ? call("negate", inner) : inner;
  }

  #power(): Expression {
    const base = this.#atom();
    if (!this.#takeOneOf("^", "**")) return base;
    const exponent = this.#nested(() => this.#signed());
    return call("^", base, exponent);
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at];
    if (this.#takeOneOf("(")) {
      const inner = this.#nested(() => this.#sum());
      this.#expect(")");
      return inner;
    }
    if (!token || token.kind === "symbol") return this.#refuse(texts.noValue());
    if (token.kind === "name") return this.#named(token.text);
    this.#at += 1;
    return { kind: "number", value: Number(token.text) };
  }

  #named(name: string): Expression {
    if (this.#tokens[this.#at + 1]?.text === "(") {
      if (name === "if") return this.#choice();
      if (Object.hasOwn(operations, name)) return this.#application(name);
    }
    if (!this.#variables.has(name) && !Object.hasOwn(namedNumbers, name))
      return this.#refuse(texts.unknownName({ variables: [...this.#variables].join(", ") }));
    this.#at += 1;
    return this.#variables.has(name) ? { kind: "variable", name } : { kind: "number", value: namedNumbers[name]! };
  }

  #application(name: string): Expression {
    this.#at += 2;
    const args = [this.#nested(() => this.#sum())];
    while (this.#takeOneOf(",")) args.push(this.#nested(() => this.#sum()));
    const { least, most } = operations[name]!;
    if (args.length < least || args.length > most) this.#refuse(texts.otherCount({ name, least, count: args.length }));
    this.#expect(")");
    return call(name, ...args);
  }

  #choice(): Expression {
    this.#at += 2;
    const condition = this.#comparison();
    this.#expect(",");
    const yes = this.#nested(() => this.#sum());
    this.#expect(",");
    const no = this.#nested(() => this.#sum());
    this.#expect(")");
    return { kind: "choice", condition, yes, no };
  }

  #comparison(): Comparison {
    const left = this.#nested(() => this.#sum());
    const of = this.#takeOneOf(...(Object.keys(comparators) as Comparator[]));
    if (!of) return this.#refuse(texts.noComparison());
    const right = this.#nested(() => this.#sum());
    return { of, left, right };
  }

  /** Consumes the next token if it is one of these signs. */
  #takeOneOf<Sign extends string>(...signs: Sign[]): Sign | undefined {
    const found = signs.find((sign) => sign === this.#tokens[this.#at]?.text);
    if (found !== undefined) this.#at += 1;
    return found;
  }

  #expect(sign: string): void {
    if (!this.#takeOneOf(sign)) this.#refuse(texts.noSign({ sign }));
  }

  #nested(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > DEPTH) this.#refuse(texts.tooDeep({ depth: DEPTH }));
    const inner = read();
    this.#depth -= 1;
    return inner;
  }

  #refuse(reason: Message): never {
    const token = this.#tokens[this.#at];
    const where = { subject: this.#subject, text: brief(this.#text), reason };
    throw new ExpressionError(
      token ? texts.unreadableAt({ ...where, place: token.at + 1, token: token.text }) : texts.unreadableAtEnd(where),
    );
  }
}
