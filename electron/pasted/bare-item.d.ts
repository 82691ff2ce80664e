/** What stands in one place of a list, without what lists put around it: bullets, numbers, quotation marks, labels. */
/** Longer than any id with what may surround it. */
export declare const longestItem = 300;
/** Empty where nothing is left, or where the part is longer than `longestItem`. */
export declare function bareItem(part: string): string;
