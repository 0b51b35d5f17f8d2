/** TypeScript 的诊断中常见的部分，用语随其官方中文版，个别不通顺处作了修改。 */
export const typescriptZhCn: Record<string, string> = {
  "Unterminated string literal.": "字符串没有闭合。",
  "Unterminated template literal.": "模板字符串没有闭合。",
  "Unterminated regular expression literal.": "正则表达式没有闭合。",
  "Identifier expected.": "应为标识符。",
  "'{token}' expected.": "应为“{token}”。",
  "'catch' or 'finally' expected.": "应为“catch”或“finally”。",
  "Expression expected.": "应为表达式。",
  "Declaration or statement expected.": "应为声明或语句。",
  "Argument expression expected.": "应为参数表达式。",
  "Property assignment expected.": "应为属性赋值。",
  "Parameter declaration expected.": "应为参数声明。",
  "Variable declaration expected.": "应为变量声明。",
  "Type expected.": "应为类型。",
  "Invalid character.": "无效的字符。",
  "An identifier or keyword cannot immediately follow a numeric literal.": "数字之后不能紧跟标识符或关键字。",
  "A 'return' statement can only be used within a function body.": "return 语句只能用在函数体中。",
  "'await' expressions are only allowed within async functions and at the top levels of modules.":
    "await 表达式只能用在 async 函数中和模块顶层。",
  "'{name}' is not allowed as a variable declaration name.": "“{name}”不能用作变量名称。",
  "Unexpected keyword or identifier.": "不应出现的关键字或标识符。",
  "Unknown keyword or identifier. Did you mean '{near}'?": "未知的关键字或标识符。您是不是要用“{near}”？",
  "Duplicate identifier '{name}'.": "标识符“{name}”重复。",
  "Cannot find name '{name}'.": "找不到名称“{name}”。",
  "Cannot find name '{name}'. Did you mean '{near}'?": "找不到名称“{name}”。您是不是要用“{near}”？",
  "Cannot find namespace '{name}'.": "找不到命名空间“{name}”。",
  "Cannot assign to '{name}' because it is a constant.": "不能给“{name}”赋值：它是常量。",
  "Cannot assign to '{name}' because it is an import.": "不能给“{name}”赋值：它是导入的名称。",
  "Cannot assign to '{name}' because it is a read-only property.": "不能给“{name}”赋值：它是只读属性。",
  "Cannot redeclare block-scoped variable '{name}'.": "不能重复声明变量“{name}”。",
  "Block-scoped variable '{name}' used before its declaration.": "变量“{name}”在声明之前就被使用。",
  "Variable '{name}' is used before being assigned.": "变量“{name}”在赋值之前就被使用。",
  "Module '{module}' has no exported member '{name}'.": "模块“{module}”没有导出“{name}”。",
  "Module '{module}' has no exported member '{name}'. Did you mean to use 'import {same} from {from}' instead?":
    "模块“{module}”没有导出“{name}”。您是不是要写“import {same} from {from}”？",
  "'{module}' has no exported member named '{name}'. Did you mean '{near}'?":
    "“{module}”没有导出“{name}”。您是不是要用“{near}”？",
  "Property '{name}' does not exist on type '{type}'.": "类型“{type}”没有属性“{name}”。",
  "Property '{name}' does not exist on type '{type}'. Did you mean '{near}'?":
    "类型“{type}”没有属性“{name}”。您是不是要用“{near}”？",
  "Property '{name}' is missing in type '{type}' but required in type '{target}'.":
    "类型“{type}”缺少属性“{name}”，而类型“{target}”需要它。",
  "Type '{type}' is not assignable to type '{target}'.": "类型“{type}”不能赋给类型“{target}”。",
  "Type '{type}' is not assignable to type '{target}'. Did you mean '{near}'?":
    "类型“{type}”不能赋给类型“{target}”。您是不是要用“{near}”？",
  "Type '{type}' is missing the following properties from type '{target}': {names}":
    "类型“{type}”缺少类型“{target}”的以下属性：{names}",
  "Type '{type}' is missing the following properties from type '{target}': {names}, and {count#} more.":
    "类型“{type}”缺少类型“{target}”的以下属性：{names}，另有 {count} 个。",
  "Type '{type}' has no properties in common with type '{target}'.": "类型“{type}”与类型“{target}”没有共同的属性。",
  "Type '{type}' is not comparable to type '{target}'.": "类型“{type}”与类型“{target}”不可比较。",
  "Type '{type}' cannot be used as an index type.": "类型“{type}”不能用作索引。",
  "Type '{type}' must have a '[Symbol.iterator]()' method that returns an iterator.":
    "类型“{type}”必须有返回迭代器的“[Symbol.iterator]()”方法。",
  "Argument of type '{type}' is not assignable to parameter of type '{target}'.":
    "类型“{type}”的实参不能赋给类型“{target}”的形参。",
  "Object literal may only specify known properties, and '{name}' does not exist in type '{type}'.":
    "对象只能写已知的属性，而类型“{type}”中没有“{name}”。",
  "Object literal may only specify known properties, but '{name}' does not exist in type '{type}'. Did you mean to write '{near}'?":
    "对象只能写已知的属性，而类型“{type}”中没有“{name}”。您是不是要写“{near}”？",
  "Expected {wanted} arguments, but got {count#}.": "应有 {wanted} 个参数，实际有 {count} 个。",
  "Expected at least {wanted#} arguments, but got {count#}.": "至少应有 {wanted} 个参数，实际有 {count} 个。",
  "A spread argument must either have a tuple type or be passed to a rest parameter.":
    "展开的实参必须是元组类型，或传给剩余参数。",
  "No overload matches this call.": "没有与此调用相符的形式。",
  "This expression is not callable.": "此表达式不可调用。",
  "This expression is not constructable.": "此表达式不能用 new 构造。",
  "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.":
    "算术运算的左侧必须是 any、number、bigint 或枚举类型。",
  "The right-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.":
    "算术运算的右侧必须是 any、number、bigint 或枚举类型。",
  "Operator '{operator}' cannot be applied to types '{left}' and '{right}'.":
    "运算符“{operator}”不能用于类型“{left}”和“{right}”。",
  "This comparison appears to be unintentional because the types '{left}' and '{right}' have no overlap.":
    "此比较恐非本意：类型“{left}”与“{right}”没有交集。",
  "Object is possibly 'null'.": "对象可能为 null。",
  "Object is possibly 'undefined'.": "对象可能为 undefined。",
  "Object is possibly 'null' or 'undefined'.": "对象可能为 null 或 undefined。",
  "Object is of type 'unknown'.": "对象的类型为 unknown。",
  "'{name}' is of type 'unknown'.": "“{name}”的类型为 unknown。",
  "'{name}' is possibly 'null'.": "“{name}”可能为 null。",
  "'{name}' is possibly 'undefined'.": "“{name}”可能为 undefined。",
  "'{name}' is possibly 'null' or 'undefined'.": "“{name}”可能为 null 或 undefined。",
  "'{name}' only refers to a type, but is being used as a value here.": "“{name}”只是类型，此处却当作值使用。",
  "'{name}' refers to a value, but is being used as a type here. Did you mean 'typeof {same}'?":
    "“{name}”是值，此处却当作类型使用。您是不是要写“typeof {same}”？",
  "Parameter '{name}' implicitly has an '{type}' type.": "参数“{name}”隐式为“{type}”类型。",
  "Left side of comma operator is unused and has no side effects.": "逗号运算符左侧的值没有用到，也没有副作用。",
  "This condition will always return true since this function is always defined. Did you mean to call it instead?":
    "此条件总为真：该函数总是有定义。您是不是要调用它？",
  "This kind of expression is always truthy.": "这种表达式总为真。",
  "This kind of expression is always falsy.": "这种表达式总为假。",
};
