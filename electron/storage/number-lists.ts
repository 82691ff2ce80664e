/** Reads the text in which the database hands over many rows of numbers: a fifth of what the rows take. */

const comma = 0x2c;
const digitZero = 0x30;

/** `7,12,13;8,7`: of each list its first number, and the others. Whole numbers from 0 on. Split and read as numbers takes twice as long. */
export function* numberListsIn(text: string | null): Generator<[first: number, others: number[]]> {
  if (text === null) return;
  let number = 0;
  let first: number | null = null;
  let others: number[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= digitZero && unit < digitZero + 10) {
      number = number * 10 + unit - digitZero;
      continue;
    }
    if (first === null) first = number;
    else others.push(number);
    number = 0;
    if (unit === comma) continue;
    yield [first, others];
    first = null;
    others = [];
  }
}

/** `7,12,13`; empty: none. */
export function numbersIn(text: string): Int32Array {
  if (text === '') return new Int32Array(0);
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === comma) {
      numbers.push(number);
      number = 0;
    } else number = number * 10 + unit - digitZero;
  }
  numbers.push(number);
  return Int32Array.from(numbers);
}
