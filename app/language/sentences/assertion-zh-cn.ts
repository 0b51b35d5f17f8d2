/** 笔记本中 `test` 与 `expect` 的说明（kernel/assertion）。 */
export const assertionZhCn: Record<string, string> = {
  "Expected {wanted}, but found {got}.": "期望为 {wanted}，实际为 {got}。",
  "Expected anything but {wanted}.": "期望不为 {wanted}。",
  "Expected anything but {wanted}, but found {got}.": "期望不为 {wanted}，实际为 {got}。",
  "Expected a value close to {wanted}, but found {got}.": "期望的值接近 {wanted}，实际为 {got}。",
  "Expected a value close to {wanted}, but found {got}: it is off by {by}.":
    "期望的值接近 {wanted}，实际为 {got}：相差 {by}。",
  "Expected {wanted} at {place}, but found {got}: it is off by {by}.":
    "期望 {place} 处为 {wanted}，实际为 {got}：相差 {by}。",
  "Expected no value close to {wanted}, but found {got}.": "期望的值不接近 {wanted}，实际为 {got}。",
  "Expected a value less than {wanted}, but found {got}.": "期望的值小于 {wanted}，实际为 {got}。",
  "Expected a value not less than {wanted}, but found {got}.": "期望的值不小于 {wanted}，实际为 {got}。",
  "Expected a value greater than {wanted}, but found {got}.": "期望的值大于 {wanted}，实际为 {got}。",
  "Expected a value not greater than {wanted}, but found {got}.": "期望的值不大于 {wanted}，实际为 {got}。",
  "Expected {wanted} to be in {got}.": "期望 {got} 中有 {wanted}。",
  "Expected {wanted} not to be in {got}.": "期望 {got} 中没有 {wanted}。",
  "Expected a length of {wanted}, but found {length}.": "期望长度为 {wanted}，实际为 {length}。",
  "Expected a length other than {wanted}.": "期望长度不为 {wanted}。",
  "Expected a text like {wanted}, but found {got}.": "期望文本符合 {wanted}，实际为 {got}。",
  "Expected a text unlike {wanted}, but found {got}.": "期望文本不符合 {wanted}，实际为 {got}。",
  "Expected the function to throw, but it did not.": "期望函数抛出错误，但它没有抛出。",
  "Expected the function to throw {wanted}, but it threw {message}.": "期望函数抛出 {wanted}，实际抛出 {message}。",
  "Expected the function not to throw, but it threw {message}.": "期望函数不抛出错误，但它抛出了 {message}。",
  "Expected a promise that is kept, but it was rejected: {message}": "期望 promise 兑现，但它被拒绝：{message}",
  "Expected a promise that is rejected, but it was kept.": "期望 promise 被拒绝，但它兑现了。",
  "`test` takes a title and a function that expects something.": "`test` 需要一个标题和一个含有 `expect` 的函数。",
};

/** 期望与实际之值的写法。 */
export const assertionPartsZhCn: Record<string, string> = {
  "something true": "真值",
  "something false": "假值",
  "the function {name}": "函数 {name}",
};
